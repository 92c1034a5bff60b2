#include "export/json_document.h"
#include "model/decimal.h"

const char *const json_cell_keys[JSON_CELL_COUNT][JSON_CELL_KEYS] = {
    [JSON_AMOUNT] = {"amount", "yuan"},
    [JSON_NUMBER] = {"number"},
    [JSON_MARK] = {"mark"},
    [JSON_MERGED] = {"merged"},
};

void json_decimal(Json *json, const char *key, int64_t digits, int exponent, int decimals) {
  decimal_write(json_open_text(json, key), digits, exponent, decimals);
  json_close_text(json);
}

static const char *text_of(const Cell *cell) {
  return cell && cell->kind == CELL_TEXT ? cell->text : NULL;
}

void json_cell(Json *json, const char *key, const Cell *cell, Unit unit, const Cell *above) {
  switch ((CellKind)cell->kind) {
  case CELL_BLANK: json_null(json, key); return;
  case CELL_TEXT: json_text(json, key, cell->text); return;
  default: break;
  }
  json_object(json, key);
  switch ((CellKind)cell->kind) {
  case CELL_MONEY:
    json_decimal(json, json_cell_keys[JSON_AMOUNT][0], cell->money.fen, unit_exponent(unit),
                 cell->decimals);
    json_decimal(json, json_cell_keys[JSON_AMOUNT][1], cell->money.fen, unit_exponent(UNIT_YUAN),
                 2);
    break;
  case CELL_NUMBER:
    json_decimal(json, json_cell_keys[JSON_NUMBER][0], cell->number, cell->decimals,
                 cell->decimals);
    break;
  case CELL_MERGED: json_text(json, json_cell_keys[JSON_MERGED][0], text_of(above)); break;
  default: json_text(json, json_cell_keys[JSON_MARK][0], cell->text); break;
  }
  json_end(json);
}
