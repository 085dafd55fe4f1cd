//! How long the page takes from an answer to the next statement. Printed, not judged: a
//! machine that runs other things at the same time would judge at random.

use e2e::instrument::Instrument;
use e2e::names;
use e2e::run::run;
use e2e::setup::Setup;

/// From the click to the first task after the frame in which the next statement stands.
const MEASURE: &str = "
    window.__painted = [];
    let clicked = null;
    document.addEventListener('click', event => { clicked = event.timeStamp; }, true);
    let item = '';
    new MutationObserver(() => {
        const question = document.querySelector('[data-part=question]');
        const now = question ? question.dataset.item : '';
        if (now === item) return;
        item = now;
        if (clicked === null || !now) return;
        const from = clicked;
        clicked = null;
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => window.__painted.push(performance.now() - from);
            channel.port2.postMessage(0);
        });
    }).observe(document, {subtree: true, childList: true, attributes: true});";

#[test]
fn an_answer_to_the_next_statement_painted_at_fourfold_slow_down() {
    run(Setup::phone().before(MEASURE), async |page| {
        let instrument = Instrument::read()?;
        let answers = instrument.varied();
        page.begin().await?;
        page.slow_down(4).await?;
        for item in &instrument.order() {
            if page.answer(item, answers.get(item).copied()).await?.screen == "breath" {
                page.press(names::GO_ON).await?;
            }
        }
        page.slow_down(1).await?;
        let measured = page.script("return window.__painted", Vec::new()).await?;
        let mut measured: Vec<f64> = serde_json::from_value(measured)?;
        measured.sort_by(f64::total_cmp);
        assert!(measured.len() >= 20, "{} measured", measured.len());
        let at = |share: usize| measured[(measured.len() - 1) * share / 100];
        println!(
            "an answer to the next statement painted, at 4x slow-down: median {:.0} ms, \
             9 of 10 within {:.0} ms, of {}",
            at(50),
            at(90),
            measured.len()
        );
        Ok(())
    });
}
