/** Light, dark, phone and paper. Colours have a contrast of at least 4.5 on their ground. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f5f6f8;--card:#fff;--fg:#1b1f24;--muted:#57606a;--line:#d8dee4;--soft:#f0f2f5;--accent:#0b5fcc;
--good:#116329;--bad:#b00f1b;--warn:#7a4900;--good-bg:#e3f5e8;--bad-bg:#fde8e8;--warn-bg:#fff3d6;--changes:#e4e8ee;--usual:#6b7280}
@media(prefers-color-scheme:dark){:root{--bg:#0d1117;--card:#161b22;--fg:#e6edf3;--muted:#9da7b3;--line:#30363d;--soft:#1f262e;--accent:#6cb0ff;
--good:#56d364;--bad:#ff8a84;--warn:#f0b84a;--good-bg:#12301c;--bad-bg:#3c1618;--warn-bg:#35270a;--changes:#2a323c;--usual:#a5b0bd}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
h1{font-size:2.1rem;line-height:1.2;margin:.2rem 0 .6rem;letter-spacing:-.015em}
h2{font-size:1.2rem;margin:0 0 .9rem}h3{font-size:1rem;margin:0}.areas h3::first-letter{text-transform:uppercase}
p{margin:0 0 .6rem;overflow-wrap:anywhere}a{color:var(--accent)}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--soft);padding:.12em .35em;border-radius:5px;overflow-wrap:anywhere}
section,.hero{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.4rem 1.5rem;margin:0 0 1.1rem}
.hero{border-top:6px solid var(--tone)}.good{--tone:var(--good);--ground:var(--good-bg)}.bad{--tone:var(--bad);--ground:var(--bad-bg)}.warn{--tone:var(--warn);--ground:var(--warn-bg)}.none{--tone:var(--muted);--ground:var(--soft)}
.eyebrow{color:var(--muted);font-size:.9rem;margin:0}.lead{font-size:1.08rem;max-width:58rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1.1rem 0 0;padding:0}
.tiles div{background:var(--soft);border-radius:10px;padding:.7rem .9rem}.tiles dt{color:var(--muted);font-size:.85rem}.tiles dd{margin:0;font-size:1.35rem;font-weight:650;line-height:1.3}.tiles .tone{color:var(--tone)}
.badge{display:inline-block;white-space:nowrap;border-radius:999px;padding:.1rem .6rem;font-size:.82rem;font-weight:600;color:var(--tone);background:var(--ground)}
.facts{list-style:none;margin:0;padding:0;display:grid;gap:.6rem}
.facts li{border-left:4px solid var(--tone);background:var(--ground);border-radius:0 8px 8px 0;padding:.6rem .9rem;overflow-wrap:anywhere}
.facts strong{color:var(--tone)}.facts p{margin:.25rem 0 0}.facts .how{font-size:.93rem}
.pairs{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.2rem;margin:0}.pairs dt{color:var(--muted)}.pairs dd{margin:0;overflow-wrap:anywhere}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));gap:0 1.1rem}
.cols{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.1rem}
.area{display:flex;gap:.6rem;justify-content:space-between;align-items:baseline;flex-wrap:wrap}
.areas{list-style:none;margin:0 0 1.1rem;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.75rem}
.areas li,.probe{border:1px solid var(--line);border-radius:10px;padding:.75rem .95rem}.areas p{margin:.3rem 0 0;color:var(--muted);font-size:.9rem}
figure{margin:.6rem 0 .3rem}figure svg{display:block;width:100%;height:auto;font-family:inherit}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;color:var(--muted);font-size:.85rem;margin:0 0 1rem;padding:0;list-style:none}
.legend i{display:inline-block;width:1.1rem;height:.7rem;margin-right:.4rem;border-radius:2px;vertical-align:baseline}
.legend .l1{border-top:2px solid var(--accent);height:.25rem;border-radius:0}.legend .l2{background:var(--bad);opacity:.4}.legend .l3{border-top:2px dashed var(--usual);height:.25rem;border-radius:0}.legend .l4{background:var(--changes)}
table{border-collapse:collapse;width:100%;font-size:.92rem}th{color:var(--muted);font-weight:600;font-size:.82rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}tbody tr:last-child td{border-bottom:0}
td small,li small{display:block;color:var(--muted);font-size:.82rem}.lines{white-space:pre-wrap}
.numbers th,.numbers td{overflow-wrap:normal;padding:.4rem .45rem}.numbers td:not(:first-child),.numbers th:not(:first-child){text-align:right;font-variant-numeric:tabular-nums}
.time td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}.time td:nth-child(3){width:32%}.time td:last-child,.time th:last-child{white-space:nowrap}
.bar{display:block;height:.75rem;border-radius:3px;background:var(--accent);min-width:3px}.track{display:block;background:var(--soft);border-radius:3px;margin:.35rem 0}
details{margin-top:.4rem}summary{cursor:pointer;color:var(--accent);font-size:.88rem}
.todo{list-style:none;margin:0;padding:0;display:grid;gap:.55rem}.todo li{display:grid;grid-template-columns:1.4rem 1fr;gap:.5rem;overflow-wrap:anywhere}
.todo li::before{content:"";width:1.05rem;height:1.05rem;border:2px solid var(--muted);border-radius:4px;margin-top:.25rem}
footer{color:var(--muted);font-size:.85rem;overflow-wrap:anywhere}
@media(max-width:46rem){main{padding:.75rem .7rem 2rem}section,.hero{padding:1rem;border-radius:12px}h1{font-size:1.6rem}
.pairs{grid-template-columns:1fr;gap:0}.pairs dd{margin-bottom:.5rem}
table:not(.numbers),table:not(.numbers) tbody,table:not(.numbers) tr,table:not(.numbers) td{display:block;width:auto!important}table:not(.numbers) thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}
table:not(.numbers) tr{border:1px solid var(--line);border-radius:10px;padding:.5rem .75rem;margin-bottom:.6rem}table:not(.numbers) td{border:0;padding:.2rem 0}
table:not(.numbers) td:not(:empty)::before{content:attr(data-label);display:block;color:var(--muted);font-size:.78rem}table:not(.numbers) td:empty,table.time td:not(:empty)::before{display:none}
th,td{padding:.35rem .4rem}.numbers{font-size:.84rem}}
@media print{@page{margin:14mm}:root{color-scheme:light;--bg:#fff;--card:#fff;--fg:#000;--muted:#444;--line:#bbb;--soft:#f3f3f3;--accent:#0b4fa8;--good:#14642b;--bad:#a80f1a;--warn:#6b4100;--good-bg:#eef8f0;--bad-bg:#fdeeee;--warn-bg:#fff7e3;--changes:#e4e8ee;--usual:#555}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{font-size:10.5pt}main{max-width:none;padding:0}section,.hero{border-radius:6px;padding:10pt 12pt;margin-bottom:9pt}h1{font-size:20pt}
h2{break-after:avoid}tr,li,.probe,figure,.hero{break-inside:avoid}details{display:none}.numbers{font-size:8.5pt}.numbers th{font-size:7.5pt}.pair{display:block}.tiles{grid-template-columns:repeat(5,1fr);gap:6pt}.tiles dd{font-size:13pt}.tiles dt{font-size:8pt}thead{display:table-header-group}.cols{grid-template-columns:1fr 1fr;gap:8pt}
a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em;color:var(--muted);overflow-wrap:anywhere}}
`;
