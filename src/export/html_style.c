#include "export/html_page.h"

const char *const html_style[] = {
    ":root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#23282c;--soft:#6a7278;"
    "--line:#e4e0d7;--head:#f3f0e9;--tint:#e3eeec;--accent:#2b6e68;--bar:#7fb3ac}\n",
    "@media (prefers-color-scheme:dark){:root{--paper:#14181a;--card:#1b2023;--ink:#dde1e2;"
    "--soft:#98a2a6;--line:#2f373b;--head:#232a2d;--tint:#213634;--accent:#85c4bc;"
    "--bar:#3f7f78}}\n",
    "*{box-sizing:border-box}\n",
    "html{-webkit-text-size-adjust:100%;scroll-padding-top:3.6rem}\n",
    "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 system-ui,-apple-system,"
    "\"PingFang SC\",\"Hiragino Sans GB\",\"Microsoft YaHei\",\"Noto Sans CJK SC\","
    "\"Source Han Sans SC\",sans-serif;font-variant-numeric:tabular-nums;line-break:strict;"
    "overflow-wrap:anywhere}\n",
    "header,main,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}\n",
    "header{padding-top:2.5rem}\n",
    "h1{font-size:1.6rem;line-height:1.4;margin:0 0 .4rem;font-weight:650;text-wrap:balance}\n",
    "h2{font-size:1.25rem;margin:3rem 0 1rem;padding-bottom:.35rem;border-bottom:2px solid "
    "var(--accent);font-weight:650}\n",
    "h3{font-size:1.05rem;line-height:1.5;margin:2rem 0 .3rem;font-weight:650}\n",
    "h4,h5,h6{font-size:1rem;margin:1.2rem 0 .3rem;font-weight:650}\n",
    "a{color:var(--accent);text-underline-offset:.2em}\n",
    "p{margin:.4rem 0}\n",
    ".facts{color:var(--soft);margin:0;display:flex;flex-wrap:wrap;gap:.1rem 1.2rem}\n",
    ".unit,.aside,.note{color:var(--soft);font-size:.875rem;margin:.2rem 0 .5rem}\n",
    ".sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);"
    "white-space:nowrap}\n",
    "nav{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid "
    "var(--line);margin-top:1.25rem}\n",
    "nav ul{max-width:76rem;margin:0 auto;padding:.5rem 1.25rem;list-style:none;display:flex;"
    "gap:.25rem;overflow-x:auto;scrollbar-width:none}\n",
    "nav a{display:block;padding:.15rem .7rem;border-radius:1rem;text-decoration:none;"
    "white-space:nowrap;font-size:.9rem;color:var(--ink)}\n",
    "nav a:hover,nav a:focus-visible{background:var(--tint);color:var(--accent)}\n",
    /* cards of the overview */
    ".cards{columns:21rem;column-gap:1rem}\n",
    ".card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem "
    "1.1rem;margin:0 0 1rem;break-inside:avoid}\n",
    ".card h3{margin:0 0 .5rem;color:var(--soft);font-size:.875rem;font-weight:600}\n",
    ".facet{display:grid;grid-template-columns:1fr auto;gap:0 .8rem;padding:.3rem 0;margin:0}\n",
    ".facet dt,.facet dd{margin:0}\n",
    ".facet dd{text-align:right;white-space:nowrap;font-weight:600}\n",
    ".facet .meter{grid-column:1/-1;display:flex;align-items:center;gap:.6rem;font-weight:400}\n",
    ".facet.d1 dt{padding-left:1em}\n.facet.d2 dt{padding-left:2em}\n",
    ".card.big dd{font-size:1.35rem;line-height:1.3}\n",
    ".code{color:var(--soft);font-size:.875em;margin-right:.5em}\n",
    ".bar{flex:1;min-width:3rem;height:.45rem;border-radius:.25rem;background:var(--tint);"
    "overflow:hidden}\n",
    ".bar i{display:block;height:100%;background:var(--bar);border-radius:.25rem;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}\n",
    ".share{color:var(--soft);font-size:.8125rem;min-width:3.6em;text-align:right}\n",
    "sup{color:var(--accent);line-height:0;margin-left:.1em;position:absolute}\n",
    /* trees */
    ".tree{background:var(--card);border:1px solid var(--line);border-radius:.6rem;"
    "overflow-x:auto}\n",
    ".tree>*{min-width:calc(17rem + 8rem + var(--columns)*7rem)}\n",
    ".row,.tree summary{display:grid;grid-template-columns:minmax(17rem,1fr) "
    "repeat(var(--columns),7rem) 8rem;gap:0 .5rem;padding:.22rem .9rem;align-items:center}\n",
    ".row>:not(:first-child):not(.meter),.tree summary>:not(:first-child):not(.meter)"
    "{text-align:right}\n",
    ".tree summary{cursor:pointer;list-style:none}\n",
    ".tree summary::-webkit-details-marker{display:none}\n",
    ".tree summary:hover,.tree .row:hover{background:var(--tint)}\n",
    ".more{margin:.8rem 0}\n.more>summary{cursor:pointer;color:var(--accent);font-size:.9375rem}\n",
    ".label{padding-left:calc(var(--depth)*1.1rem + 1.1rem);position:relative}\n",
    "summary .label::before{content:\"\";position:absolute;left:calc(var(--depth)*1.1rem + .15rem);"
    "top:.62em;border:.32em solid transparent;border-left-color:var(--soft);border-right:0}\n",
    "details[open]>summary .label::before{transform:rotate(90deg)}\n",
    ".tree .head{background:var(--head);font-size:.875rem;font-weight:600;border-bottom:1px solid "
    "var(--line);padding-top:.4rem;padding-bottom:.4rem}\n",
    ".tree .depth0{font-weight:650}\n.tree .depth1{font-weight:600}\n",
    ".meter{display:flex;align-items:center;gap:.5rem}\n",
    /* tables */
    ".panels{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}\n",
    ".panels>.scroll{flex:var(--columns) 1 calc(8rem + var(--columns)*5rem)}\n",
    ".scroll{overflow:auto;max-height:85vh;min-width:0;background:var(--card);border:1px solid "
    "var(--line);border-radius:.6rem}\n",
    "table{border-collapse:separate;border-spacing:0;width:100%;font-size:.9375rem;"
    "line-height:1.5;overflow-wrap:break-word}\n",
    "caption{padding:.5rem .75rem;text-align:left;font-weight:650}\n",
    "thead{position:sticky;top:0;z-index:2}\n",
    "thead th{background:var(--head);font-weight:600;font-size:.875rem;text-align:center;"
    "border-left:1px solid var(--line)}\n",
    "thead th:first-child{border-left:0}\n",
    "th,td{padding:.3rem .75rem;border-bottom:1px solid var(--line);text-align:left;"
    "vertical-align:top;min-width:4.6em}\n",
    "tbody td{height:calc(1.5em + .6rem + 1px)}\n",
    "tbody tr:last-child>*{border-bottom:0}\n",
    "tbody th{font-weight:400;min-width:8em}\n",
    "tbody tr:hover>*{background:var(--tint)}\n",
    ".n{text-align:right;white-space:nowrap}\n",
    ".c{white-space:nowrap}\n",
    ".total>*{font-weight:650}\n",
    ".l2{padding-left:2em}\n.l3{padding-left:3.25em}\n.l4{padding-left:4.5em}\n",
    /* annexes, targets, narrative */
    ".absent{color:var(--soft)}\n",
    ".badge{display:inline-block;border:1px solid currentColor;border-radius:1rem;"
    "padding:0 .6em;font-size:.75rem;margin-left:.5em;white-space:nowrap}\n",
    "ol.index{list-style:none;padding:0;margin:0;columns:2 24rem;column-gap:2rem}\n",
    "ol.index li{display:flex;gap:.8rem;padding:.15rem 0;break-inside:avoid}\n",
    "ol.index .code{min-width:2.5em;text-align:right;margin:0;flex:none}\n",
    ".set p{max-width:60em}\n.funds{max-width:40rem}\n",
    "dl.subject{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.2rem;margin:.6rem "
    "0}\n",
    "dl.subject dt{color:var(--soft)}\ndl.subject dd{margin:0}\n",
    ".set{border-top:1px solid var(--line);padding-top:.5rem;margin-top:1rem}\n",
    ".narrative{max-width:46em}\n",
    ".narrative p{text-align:justify;text-indent:2em}\n",
    "footer{color:var(--soft);font-size:.8125rem;padding-top:3rem;padding-bottom:3rem}\n",
    "@media (max-width:40rem){header{padding-top:1.5rem}h1{font-size:1.3rem}"
    "header,main,footer{padding-left:.9rem;padding-right:.9rem}nav ul{padding:.4rem .9rem}"
    "th,td{padding:.3rem .5rem}dl.subject{grid-template-columns:1fr}dl.subject dt{margin-top:.3rem}"
    ".row,.tree summary{grid-template-columns:minmax(12rem,1fr) repeat(var(--columns),6rem) 6rem;"
    "padding:.22rem .6rem}.tree>*{min-width:calc(13rem + 6rem + var(--columns)*6.5rem)}}\n",
    "@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--head:#eee;"
    "--tint:#eee;--accent:#000;--bar:#888;color-scheme:light}html{font-size:9.5pt}"
    "body{font-size:1rem}nav,.more:not([open]){display:none}"
    "header,main,footer{max-width:none;padding:0}.scroll,.tree{max-height:none;overflow:visible;"
    "border-radius:0}.scroll{border:0}thead{position:static;display:table-header-group}"
    "tr,.row,summary,.set dl{break-inside:avoid}h2,h3,h4{break-after:avoid}"
    ".tree>*{min-width:0}.row,.tree summary{grid-template-columns:minmax(0,1fr) "
    "repeat(var(--columns),5.2rem) 5.5rem}table,.tree{font-size:.9rem}th,td{padding:.15rem .4rem}"
    ".tree details::details-content{content-visibility:visible;display:block;height:auto}"
    "a{text-decoration:none}.panels{flex-wrap:nowrap;gap:.4rem}.panels>.scroll{flex-basis:0}"
    "@page{size:A4;margin:14mm 12mm}}\n",
    NULL,
};
