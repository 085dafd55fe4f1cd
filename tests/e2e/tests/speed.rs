//! How long the page takes from an answer to the next statement. Printed, not judged: a
//! machine that runs other things at the same time would judge at random.

use e2e::instrument::Instrument;
use e2e::names;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::json;

/// From the click to the first task after the frame in which the next statement stands.
/// The test waits on a promise, since asking again and again would slow the page too.
const MEASURE: &str = "
    const painted = [];
    let [clicked, item, tell] = [null, '', null];
    window.__painted = () => painted;
    window.__next = count => new Promise(done => {
        tell = () => { if (painted.length >= count) done(painted.length); };
        tell();
    });
    document.addEventListener('click', event => { clicked = event.timeStamp; }, true);
    new MutationObserver(() => {
        const question = document.querySelector('[data-part=question]');
        const now = question ? question.dataset.item : '';
        if (now === item) return;
        const from = clicked;
        [clicked, item] = [null, now];
        if (from === null || !now) return;
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
                painted.push(performance.now() - from);
                if (tell) tell();
            };
            channel.port2.postMessage(0);
        });
    }).observe(document, {subtree: true, childList: true, attributes: true});";

#[test]
fn an_answer_to_the_next_statement_painted_at_fourfold_slow_down() {
    run(Setup::phone().before(MEASURE).alone(), async |page| {
        let instrument = Instrument::read()?;
        page.begin().await?;
        page.slow_down(4).await?;
        let counted = page
            .script("return window.__painted().length", Vec::new())
            .await?;
        let (start, mut known) = (counted.as_u64().unwrap_or(0), 0);
        let order = instrument.order();
        let first_page = instrument.pages()[0];
        for item in &order[..first_page - 1] {
            known += 1;
            page.choose("4", 3).await?;
            page.script(
                "return window.__next(arguments[0])",
                vec![json!(start + known)],
            )
            .await?;
            page.see(item, |sight| &sight.item != item).await?;
        }
        page.slow_down(1).await?;
        let measured = page.script("return window.__painted()", Vec::new()).await?;
        let measured: Vec<f64> = serde_json::from_value(measured)?;
        let mut measured: Vec<f64> = measured.into_iter().skip(start as usize).collect();
        measured.sort_by(f64::total_cmp);
        assert_eq!(measured.len(), first_page - 1);
        println!(
            "an answer to the next statement painted, at 4x slow-down: median {:.0} ms, \
             slowest {:.0} ms, of {}",
            measured[measured.len() / 2],
            measured[measured.len() - 1],
            measured.len()
        );
        page.answer(&order[first_page - 1], Some(4)).await?;
        page.press(names::GO_ON).await
    });
}
