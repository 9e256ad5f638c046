// The style of the elements. Colours and sizes can be set from outside by the variables.
export const SHEET = `
:host {
  --_ink: var(--motcua-ink, #1c2430);
  --_quiet: var(--motcua-quiet, #55606e);
  --_paper: var(--motcua-paper, #ffffff);
  --_line: var(--motcua-line, #cfd6de);
  --_accent: var(--motcua-accent, #a3161c);
  --_counted: var(--motcua-counted, #1f6f43);
  --_counted-soft: var(--motcua-counted-soft, #e3f3e9);
  --_off: var(--motcua-off, #a3161c);
  --_off-soft: var(--motcua-off-soft, #fbe9e7);
  --_swap: var(--motcua-swap, #6b3fa0);
  --_swap-soft: var(--motcua-swap-soft, #f0e8fa);
  --_wait: var(--motcua-wait, #8a5200);
  --_wait-soft: var(--motcua-wait-soft, #fdf0d8);
  color-scheme: light dark;
  display: block;
  color: var(--_ink);
  background: var(--_paper);
  font: var(--motcua-font, 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  container-type: inline-size;
}
@media (prefers-color-scheme: dark) {
  :host {
    --_ink: var(--motcua-ink, #e8ecf1);
    --_quiet: var(--motcua-quiet, #aab4c0);
    --_paper: var(--motcua-paper, #161b22);
    --_line: var(--motcua-line, #3a4450);
    --_accent: var(--motcua-accent, #ff8a80);
    --_counted: var(--motcua-counted, #7fd6a3);
    --_counted-soft: var(--motcua-counted-soft, #17382a);
    --_off: var(--motcua-off, #ff9d94);
    --_off-soft: var(--motcua-off-soft, #401f1d);
    --_swap: var(--motcua-swap, #c9a9f2);
    --_swap-soft: var(--motcua-swap-soft, #31234a);
    --_wait: var(--motcua-wait, #ffc46b);
    --_wait-soft: var(--motcua-wait-soft, #40300f);
  }
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
p, ol, ul { margin: 0; padding: 0; }
.body { display: grid; gap: .75rem; padding: 1rem; overflow-wrap: anywhere; }
.label { color: var(--_quiet); font-size: .95em; }
.when { font-size: 1.5em; font-weight: 650; line-height: 1.25; color: var(--_accent); }
.label + .when { margin-top: -.6rem; }
.quiet { color: var(--_quiet); font-size: .95em; }
.head { font-weight: 650; margin-top: .5rem; }
.refused { color: var(--_off); }
.certainty { font-size: .95em; color: var(--_quiet); }
.certainty::before { content: "✓ "; color: var(--_counted); }
.certainty.provisional, .certainty.projected { color: var(--_wait); }
.certainty.provisional::before, .certainty.projected::before { content: "≈ "; color: inherit; }
.mark { inline-size: .75em; block-size: .75em; flex: none; fill: currentColor; }
.reasons, .events, .duties { list-style: none; display: grid; gap: .4rem; }
.reasons li, .events li, .duties li { display: flex; gap: .6rem; align-items: baseline; }
.reasons .mark, .events .mark, .duties .mark { inline-size: .8rem; block-size: .8rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .9em; color: var(--_quiet); }
.legend li { display: inline-flex; gap: .4rem; align-items: center; }
.counted, .received { color: var(--_counted); }
.mark.due { color: var(--_accent); }
.mark.weekend { color: var(--_quiet); }
.mark.holiday, .mark.in_lieu, .mark.closure, .mark.late { color: var(--_off); }
.mark.swapped_off, .mark.make_up { color: var(--_swap); }
.mark.waiting, .mark.caution { color: var(--_wait); }
.mark.open { color: var(--_quiet); }
.pictures { display: grid; gap: .75rem; }
.months { display: grid; gap: 1rem; align-items: start; grid-template-columns: repeat(auto-fill, minmax(min(16.5rem, 100%), 1fr)); }
.month { border-collapse: separate; border-spacing: 2px; table-layout: fixed; inline-size: 100%; max-inline-size: 24rem; font-variant-numeric: tabular-nums; break-inside: avoid; }
.month caption { font-weight: 650; text-align: start; padding: .2rem .3rem; }
.month th { font-weight: 500; font-size: .8em; color: var(--_quiet); padding: .1rem; }
.month abbr { text-decoration: none; }
.month td { text-align: center; padding: .15rem 0; block-size: 2.6rem; vertical-align: top; border: 1px solid transparent; border-radius: .3rem; position: relative; }
.month td.day { border-color: var(--_line); }
.month td.faint { border-color: transparent; color: var(--_quiet); }
.month td .number { display: block; line-height: 1.3; }
.month td .under { display: flex; justify-content: center; align-items: center; gap: .2em; font-size: .85em; line-height: 1; min-block-size: 1em; }
.month .mark { inline-size: .85em; block-size: .85em; }
.month td.counted, .month td.received, .month td.due { color: var(--_ink); }
.month td.counted { background: var(--_counted-soft); border-color: var(--_counted); }
.month td.counted .under { color: var(--_counted); }
.month td.received { border-style: dashed; border-color: var(--_counted); }
.month td.received .mark { color: var(--_counted); }
.month td.due { background: var(--_paper); border: 2px solid var(--_accent); font-weight: 700; }
.month td.due .under { color: var(--_accent); }
.month td.holiday, .month td.in_lieu, .month td.closure { background: var(--_off-soft); border-color: var(--_off); }
.month td.swapped_off, .month td.make_up { background: var(--_swap-soft); border-color: var(--_swap); }
.month td.make_up .under { color: var(--_swap); }
.month td.weekend { color: var(--_quiet); }
.month td[data-date]:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--_accent); outline-offset: 1px; }
.month[role=grid] td.day { cursor: pointer; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.bar { display: flex; gap: .75rem; align-items: center; }
.bar .when { flex: 1; text-align: center; }
button { font: inherit; font-size: 1.4em; line-height: 1; color: inherit; background: transparent; border: 1px solid var(--_line); border-radius: .4rem; min-inline-size: 2.75rem; min-block-size: 2.75rem; cursor: pointer; }
button:hover:enabled { border-color: var(--_accent); }
button:disabled { opacity: .5; cursor: default; }
.detail { min-block-size: 1.5em; }
.detail .mark { margin-inline-end: .4rem; }
.detail:empty { display: none; }
.standing { display: flex; gap: .5rem; align-items: baseline; }
.standing b { display: inline-block; }
.standing b::first-letter { text-transform: uppercase; }
.standing.overdue b, .standing.late b, .duties .overdue b, .duties .late b { color: var(--_off); }
.apology { display: flex; gap: .6rem; align-items: baseline; padding: .5rem .75rem; border-inline-start: 4px solid var(--_line); }
.apologyOwed { border-color: var(--_off); background: var(--_off-soft); }
.apologyIf, .apologySent { border-color: var(--_wait); background: var(--_wait-soft); }
.events { border-inline-start: 2px solid var(--_line); padding-inline-start: .9rem; }
.events time { display: block; color: var(--_quiet); font-size: .9em; }
.picture { display: grid; gap: .4rem; }
.bars { display: block; border-radius: .2rem; }
.bar-running { fill: var(--_counted); }
.bar-waiting, .bar-paused { fill: url(#hatch); stroke: var(--_wait); }
.bar-reception, .bar-not_started { fill: var(--_line); }
.bar-due { fill: var(--_accent); }
.hatch-under { fill: var(--_wait-soft); }
.hatch-over { fill: var(--_wait); }
.fields { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); }
.fields p { display: grid; gap: .25rem; align-content: start; }
label { font-weight: 600; }
input { font: inherit; color: inherit; background: var(--_paper); border: 1px solid var(--_quiet); border-radius: .4rem; padding: .5rem .6rem; min-inline-size: 0; inline-size: 100%; }
input[aria-invalid=true] { border-color: var(--_off); border-width: 2px; }
.answer { display: block; }
@media (prefers-reduced-motion: no-preference) { button, input, td { transition: border-color .15s; } }
@media (forced-colors: active) {
  .month td.counted, .month td.due, .month td.holiday { border-width: 2px; }
  .mark { fill: CanvasText; }
}
@media print {
  :host {
    --_ink: #000; --_quiet: #333; --_paper: #fff; --_line: #888; --_accent: #000; --_counted: #000; --_off: #000;
    --_swap: #000; --_wait: #000; --_counted-soft: #fff; --_off-soft: #eee; --_swap-soft: #fff; --_wait-soft: #fff;
    color-scheme: light;
  }
  button, .detail { display: none; }
  .body { padding: 0; gap: .4rem; }
  .reasons, .events, .duties { gap: .15rem; }
  .label + .when { margin-top: -.3rem; }
  .head { margin-top: .2rem; }
  .reasons li, .events li, .duties li { break-inside: avoid; }
  .months { grid-template-columns: repeat(3, 1fr); gap: .5rem; }
  .month td { block-size: 1.8rem; }
  .month { font-size: .85em; }
}
`;
