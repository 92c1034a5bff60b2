/* Writes a budget of so many rows to the standard output: one annex with a tree of
 * functional accounts, in the style of the sample, whose sums are right. The same
 * number of rows always gives the same file.
 *
 * Usage: make_budget ROWS */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { DEPTH = 4, PERSONNEL = 0, OPERATING, PROJECT, PREVIOUS, AMOUNTS };

/* Accounts under each account: sections of a class, items of a section, projects of an item. */
static const unsigned children[DEPTH] = {798, 50, 40, 12};

typedef struct {
  uint8_t depth;          /* 0: a class */
  uint16_t number[DEPTH]; /* of the account on each level, from 0 */
  int64_t amounts[AMOUNTS]; /* in hundredths */
} Account;

static const char *const begins[] = {
    "一般行政", "社会保障和就业", "城乡社区", "文化旅游体育与传媒", "卫生健康", "节能环保",
    "政务服务", "教育科技", "灾害防治及应急管理", "农林水",   "资源勘探工业信息", "交通运输",
};
static const char *const middles[] = {
    "管理事务", "公共设施建设", "基层治理", "专项业务活动", "人才队伍建设", "信息化建设",
    "综合服务平台", "基本公共服务", "机关服务与后勤保障", "标准化试点",
};
static const char *const ends[] = {
    "支出", "补助", "专项经费", "（项目）支出", "运行维护费", "改革与发展支出", "其他支出",
};

#define COUNT(list) (sizeof list / sizeof *list)

static uint64_t random_state = 20230101;

static uint64_t next_random(uint64_t below) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (random_state >> 11) % below;
}

/* The account printed after `account`: its first child, or its next sister, or its parent's. */
static Account after(const Account *account) {
  Account next = {.depth = account->depth};
  for (size_t i = 0; i <= account->depth; i++)
    next.number[i] = account->number[i];
  if (next.depth + 1 < DEPTH) {
    next.depth++;
    return next;
  }
  while (next.depth > 0 && next.number[next.depth] + 1u == children[next.depth])
    next.number[next.depth--] = 0;
  next.number[next.depth]++;
  return next;
}

static void add_amounts(int64_t *sum, const int64_t *amounts) {
  for (size_t i = 0; i < AMOUNTS; i++)
    sum[i] += amounts[i];
}

static void fill_amounts(Account *account) {
  for (size_t i = 0; i < AMOUNTS; i++)
    account->amounts[i] = next_random(5) ? (int64_t)next_random(1000000) + 1 : 0;
}

/* From the last account to the first: leaves get amounts, the others those of their children. */
static void sum_up(Account *accounts, size_t count, int64_t *total) {
  int64_t sums[DEPTH + 1][AMOUNTS] = {{0}};
  size_t below = 0; /* depth of the account printed after this one */
  for (size_t i = count; i-- > 0;) {
    Account *account = &accounts[i];
    int64_t *children_sum = sums[account->depth + 1];
    if (below <= account->depth)
      fill_amounts(account);
    else
      add_amounts(account->amounts, children_sum);
    for (size_t k = 0; k < AMOUNTS; k++)
      children_sum[k] = 0;
    add_amounts(sums[account->depth], account->amounts);
    below = account->depth;
  }
  add_amounts(total, sums[0]);
}

static void print_amount(int64_t amount) {
  if (amount)
    printf(", %" PRId64 ".%02" PRId64, amount / 100, amount % 100);
  else
    printf(", ~");
}

static void print_amounts(const int64_t *amounts) {
  int64_t basic = amounts[PERSONNEL] + amounts[OPERATING];
  print_amount(basic + amounts[PROJECT]);
  print_amount(basic);
  for (size_t i = 0; i < AMOUNTS; i++)
    print_amount(amounts[i]);
  puts("]");
}

static void print_account(const Account *account) {
  printf("      - [\"%u", 201u + account->number[0]);
  for (size_t i = 1; i <= account->depth; i++)
    printf("%02u", account->number[i] + 1u);
  printf("\", %s%s%s", begins[next_random(COUNT(begins))], middles[next_random(COUNT(middles))],
         ends[next_random(COUNT(ends))]);
  print_amounts(account->amounts);
}

static void print_head(void) {
  fputs("format: budgettui/1\n"
        "title: 某区2023年部门预算\n"
        "organization: {code: \"128\", name: 某区政务服务管理办公室, short: 某区政务办}\n"
        "year: 2023\n"
        "unit: 万元\n"
        "annexes:\n"
        "  - number: \"1\"\n"
        "    title: 某区2023年一般公共预算财政拨款支出预算表\n"
        "    kind: general-public-expenditure\n"
        "    classification: functional\n"
        "    columns:\n"
        "      - title: 功能分类科目\n"
        "        columns: [{title: 科目编码}, {title: 科目名称}]\n"
        "      - title: 2023年预算数\n"
        "        columns:\n"
        "          - {title: 总计}\n"
        "          - title: 基本支出\n"
        "            columns: [{title: 小计, role: basic}, {title: 人员经费}, {title: 公用经费}]\n"
        "          - {title: 项目支出}\n"
        "      - {title: 上年预算数, role: previous-year}\n"
        "    rows:\n",
        stdout);
}

int main(int argc, char **argv) {
  char *end = NULL;
  unsigned long long rows = argc == 2 ? strtoull(argv[1], &end, 10) : 0;
  if (!rows || *end || rows > 15000000) {
    fprintf(stderr, "usage: make_budget ROWS (at most 15000000)\n");
    return 2;
  }
  size_t count = (size_t)rows - 1;
  Account *accounts = calloc(count + 1, sizeof *accounts);
  if (!accounts)
    return 4;
  for (size_t i = 1; i < count; i++)
    accounts[i] = after(&accounts[i - 1]);
  int64_t total[AMOUNTS] = {0};
  sum_up(accounts, count, total);
  print_head();
  printf("      - [合计, ~");
  print_amounts(total);
  for (size_t i = 0; i < count; i++)
    print_account(&accounts[i]);
  free(accounts);
  return fflush(stdout) || ferror(stdout) ? 4 : 0;
}
