/* The trees of accounts, which fold without a script. */
#include "base/i18n.h"
#include "export/html_page.h"
#include "model/tree.h"

static const char *const titles[CLASSIFICATION_COUNT] = {
    [CLASSIFICATION_FUNCTIONAL] = N_("Functional classification"),
    [CLASSIFICATION_DEPARTMENT_ECONOMIC] = N_("Departmental economic classification"),
    [CLASSIFICATION_GOVERNMENT_ECONOMIC] = N_("Government economic classification"),
};

enum {
  SMALL_TREE = 300, /* nodes: a tree of no more is unfolded whole, */
  OPEN_DEPTH = 1    /* a larger one down to this depth */
};

static const char *column_title(const TreeColumn *column) {
  return column->title ? column->title : _("Total");
}

static void write_head(Html *html, const Tree *tree) {
  html_format(html, "<div class=\"row head\"><span class=\"label\" style=\"--depth:0\">%s</span>",
              _("Account"));
  for (size_t i = 0; i < tree->column_count; i++) {
    html_raw(html, "<span>");
    html_text(html, column_title(&tree->columns[i]));
    html_raw(html, "</span>");
  }
  html_format(html, "<span>%s</span></div>\n", _("Of the total"));
}

static void write_amounts(Html *html, const Tree *tree, uint32_t node) {
  for (size_t i = 0; i < tree->column_count; i++) {
    TreeAmount amount = tree_amount(tree, node, i);
    html_raw(html, "<span>");
    if (amount.kind != CELL_BLANK) {
      html_raw(html, "<span class=\"sr\">");
      html_text(html, column_title(&tree->columns[i]));
      html_raw(html, " </span>");
    }
    if (amount.kind == CELL_MONEY)
      html_figure(html, amount.figure, amount.derived);
    else if (amount.kind != CELL_BLANK)
      html_text(html, amount.kind == CELL_SLASH ? "/" : amount.text);
    html_raw(html, "</span>");
  }
}

static void write_share(Html *html, const Tree *tree, uint32_t node) {
  int64_t permille;
  html_raw(html, "<span class=\"meter\">");
  if (node && tree->column_count) {
    TreeAmount part = tree_amount(tree, node, tree_total_column(tree));
    TreeAmount whole = tree_amount(tree, 0, tree_total_column(tree));
    if (part.kind == CELL_MONEY && whole.kind == CELL_MONEY &&
        money_share(part.figure.money, whole.figure.money, &permille))
      html_share(html, permille);
  }
  html_raw(html, "</span>");
}

static void write_node(Html *html, const Tree *tree, uint32_t node) {
  const Node *at = &tree->nodes[node];
  bool parent = at->first_child != NODE_NONE;
  bool open = tree->node_count <= SMALL_TREE || at->depth < OPEN_DEPTH;
  if (parent)
    html_format(html, "<details%s><summary class=\"depth%d\">", open ? " open" : "", at->depth);
  else
    html_format(html, "<div class=\"row depth%d\">", at->depth);
  html_format(html, "<span class=\"label\" style=\"--depth:%d\">", at->depth);
  if (*tree_code(tree, node)) {
    html_raw(html, "<span class=\"code\">");
    html_text(html, tree_code(tree, node));
    html_raw(html, "</span>");
  }
  html_text(html, tree_name(tree, node));
  html_raw(html, "</span>");
  write_amounts(html, tree, node);
  write_share(html, tree, node);
  html_raw(html, parent ? "</summary>\n" : "</div>\n");
}

/* In printed order, with what was opened closed again. */
static void write_nodes(Html *html, const Tree *tree) {
  uint32_t node = 0;
  while (node != NODE_NONE && !html->sink->stopped) {
    write_node(html, tree, node);
    sink_pour(html->sink);
    if (tree->nodes[node].first_child != NODE_NONE) {
      node = tree->nodes[node].first_child;
      continue;
    }
    while (node && tree->nodes[node].next_sibling == NODE_NONE) {
      node = tree->nodes[node].parent;
      html_raw(html, "</details>\n");
    }
    node = node ? tree->nodes[node].next_sibling : NODE_NONE;
  }
}

static void write_sources(Html *html, const Tree *tree, bool linked) {
  for (size_t i = 0; i < tree->source_count; i++) {
    const Annex *annex = tree->sources[i].annex;
    html_raw(html, i ? " · " : "");
    if (linked)
      html_format(html, "<a href=\"#annex-%zu\">", html_annex_id(html, annex));
    html_text(html, annex->title);
    html_text(html, annex->subtitle);
    html_raw(html, linked ? "</a>" : "");
  }
}

static void write_body(Html *html, const Tree *tree) {
  html_unit(html, tree->sources[0].annex);
  html_format(html, "<div class=\"tree\" style=\"--columns:%zu\">\n", tree->column_count);
  write_head(html, tree);
  write_nodes(html, tree);
  html_raw(html, "</div>\n");
}

/* The first tree of a classification is the one to read; others are there when they are opened. */
static void write_tree(Html *html, const Tree *tree, bool first) {
  if (first) {
    html_format(html, "<h3>%s</h3>\n<p class=\"aside\">", _(titles[tree->classification]));
    write_sources(html, tree, true);
    html_raw(html, "</p>\n");
    write_body(html, tree);
  } else if (tree->nodes[0].first_child != NODE_NONE) {
    html_raw(html, "<details class=\"more\"><summary>");
    write_sources(html, tree, false);
    html_raw(html, "</summary>\n");
    write_body(html, tree);
    html_raw(html, "</details>\n");
  }
}

void html_trees(Html *html) {
  const Tree *tree;
  for (int i = CLASSIFICATION_FUNCTIONAL; i < CLASSIFICATION_COUNT; i++)
    for (size_t n = 0; (tree = document_tree(html->document, (Classification)i, n)) != NULL; n++)
      write_tree(html, tree, !n);
}
