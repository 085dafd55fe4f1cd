//! What a host's attributes do, and that hostile ones do nothing.

use e2e::Outcome;
use e2e::host::Host;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use embedding::Config;
use serde_json::json;

#[test]
fn attributes_that_are_not_understood_do_nothing() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "attributes.html", None).await?;
        host.enter(0).await?;
        page.screen("start").await?;
        assert!(page.text().await?.contains("<img src=x onerror=alert(1)>"));
        let script = "return [document.querySelectorAll('img').length,
            document.querySelector('[data-part=offered] a'), document.documentElement.dataset.theme ?? null]";
        assert_eq!(
            page.script(script, Vec::new()).await?,
            json!([0, null, null])
        );
        assert_eq!(host.state().await?["errors"], json!([]));
        Ok(())
    });
}

#[test]
fn headings_begin_where_the_host_says() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "summary.html", None).await?;
        host.enter(0).await?;
        let level = page
            .until("a level", async || {
                let script = "return document.querySelector('h1').ariaLevel";
                Ok(Some(page.script(script, Vec::new()).await?).filter(|it| !it.is_null()))
            })
            .await?;
        assert_eq!(level, "2");
        Ok(())
    });
}

/// Three hundred elements with attributes put together at random from hostile pieces; gives the
/// address of each one's frame, and its query.
const FUZZ: &str = r#"
    const { observedAttributes: names } = customElements.get('mindset-mirror');
    const pieces = ['', ' ', 'nl', 'dark', 'none', 'summary', '#fff', '#ff880', 'javascript:alert(1)', 'https://a.example/',
      'https://a@b.example', '//evil.example', './x.json', '"><script>', '\u202e', '\u0000', '&lang=en', '?custom=1', '%00', '../../', 'x'.repeat(300), '-1', '2'];
    let seed = 7;
    const pick = (list) => list[(seed = (seed * 48271) % 2147483647) % list.length];
    const seen = [];
    for (let n = 0; n < 300; n++) {
      const one = document.createElement('mindset-mirror');
      for (let k = 0; k < 6; k++) one.setAttribute(pick(names), pick(pieces) + (n % 3 ? '' : pick(pieces)));
      // These wait for something else before there is a frame.
      for (const name of ['src', 'loading', 'base']) one.removeAttribute(name);
      document.body.append(one);
      const address = new URL(one.shadowRoot.querySelector('iframe').src);
      seen.push([address.origin + address.pathname, [...address.searchParams]]);
      one.remove();
    }
    return seen"#;

#[test]
fn whatever_the_attributes_are_the_frames_address_holds_only_what_is_allowed() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.fits(0).await?;
        host.leave().await?;
        let seen = page.script(FUZZ, Vec::new()).await?;
        let addresses: Vec<(String, Vec<(String, String)>)> = serde_json::from_value(seen)?;
        assert_eq!(addresses.len(), 300);
        let ours = format!("{}index.html", page.site().address());
        for (address, pairs) in addresses {
            assert_eq!(address, ours);
            let config = Config::read(pairs.clone());
            assert!(config.ignored.is_empty(), "{pairs:?}");
        }
        assert_eq!(host.state().await?["errors"], json!([]));
        Ok(())
    });
}

#[test]
fn a_property_gives_the_value_that_applies_and_writes_its_attribute() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.fits(0).await?;
        host.leave().await?;
        let script = "const one = document.createElement('mindset-mirror');
            const read = () => [one.persist, one.headingLevel, one.coach, one.getAttribute('persist')];
            const seen = [read()];
            one.persist = 'none';
            one.headingLevel = 2;
            one.coach = 'Noor';
            seen.push(read());
            one.setAttribute('persist', 'for ever');
            one.setAttribute('heading-level', '9');
            one.coach = null;
            seen.push(read());
            return seen";
        assert_eq!(
            page.script(script, Vec::new()).await?,
            json!([
                ["device", "1", "", null],
                ["none", "2", "Noor", "none"],
                ["none", "1", "", "for ever"]
            ])
        );
        Ok(())
    });
}

#[test]
fn a_lazy_one_is_loaded_when_it_comes_near() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "lazy.html", None).await?;
        // Another element on the page would have come by now: the script has run.
        page.until("the element", async || {
            let script = "return !!document.querySelector('mindset-mirror')?.shadowRoot";
            Ok((page.script(script, Vec::new()).await? == true).then_some(()))
        })
        .await?;
        assert_eq!(host.state().await?["frames"], json!([0]));
        let script = "document.querySelector('mindset-mirror').scrollIntoView()";
        page.script(script, Vec::new()).await?;
        host.hears("ready").await?;
        assert_eq!(host.state().await?["frames"], json!([1]));
        Ok(())
    });
}

/// Begins, loads the host's page anew, and says what is kept where, and whether the first screen
/// offers to go on.
async fn kept(page: &Page, name: &str) -> Outcome<(bool, bool, bool)> {
    let host = Host::open(page, name, None).await?;
    host.begin(0).await?;
    page.to_statements().await?;
    let counts =
        "const ours = (store) => Object.keys(store).some((key) => key.startsWith('mindset:'));
        return [ours(localStorage), ours(sessionStorage)]";
    let counts = page.script(counts, Vec::new()).await?;
    host.leave().await?;
    page.driver().refresh().await?;
    host.enter(0).await?;
    page.screen("start").await?;
    let goes_on = page.find(names::CONTINUE).await?.is_some();
    Ok((counts[0] == true, counts[1] == true, goes_on))
}

#[test]
fn what_is_made_is_kept_as_long_as_the_host_asks() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        assert_eq!(kept(page, "plain.html").await?, (true, false, true));
        Ok(())
    });
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        assert_eq!(kept(page, "session.html").await?, (false, true, true));
        Ok(())
    });
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        assert_eq!(
            kept(page, "nothing-stored.html").await?,
            (false, false, false)
        );
        Ok(())
    });
}

#[test]
fn it_has_the_width_of_what_it_stands_in_and_can_be_hidden() {
    const WIDTHS: &str = "
        const one = document.querySelector('mindset-mirror');
        const around = one.parentElement;
        const width = () => Math.round(one.shadowRoot.querySelector('iframe').getBoundingClientRect().width);
        const layouts = ['display: block', 'display: flex', 'display: flex; flex-direction: column; align-items: center',
          'display: grid', 'display: grid; justify-items: center', 'display: inline-block', 'float: left',
          'display: table', 'display: table-cell', 'display: inline-table', 'position: absolute', 'width: fit-content'];
        for (const other of around.children) if (other !== one) other.hidden = true;
        document.body.style = 'width: 620px; margin: 0; padding: 0; position: relative';
        const wrong = [];
        // A container with a width of its own, and one that is as wide as its content.
        for (const layout of layouts) for (const own of ['', '; width: 620px']) for (const margin of [0, 16]) for (const outer of ['block', 'flex']) {
          document.body.style.display = outer;
          document.body.style.justifyContent = 'center';
          around.style = `${layout}${own}; box-sizing: border-box; padding: 0; margin: 0`;
          one.style.margin = `${margin}px`;
          const found = [width(), document.body.scrollWidth];
          if (String(found) !== String([620 - 2 * margin, 620])) wrong.push([layout, own, outer, margin, ...found]);
        }
        one.style.margin = '';
        around.style = 'width: 620px; margin: 0; padding: 0';
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.gone { display: none } @media all { .away { display: none } }');
        document.adoptedStyleSheets = [sheet];
        const hidden = [];
        for (const name of ['gone', 'away']) { one.className = name; hidden.push(width()); one.className = ''; }
        one.style.display = 'none'; hidden.push(width()); one.style.display = '';
        one.hidden = true; hidden.push(width()); one.hidden = false;
        return [wrong, hidden, width()]";
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.fits(0).await?;
        host.leave().await?;
        let found = page.script(WIDTHS, Vec::new()).await?;
        assert_eq!(found, json!([[], [0, 0, 0, 0], 620]));
        Ok(())
    });
}

#[test]
fn the_language_that_a_reader_chose_outlives_a_reload() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.enter(0).await?;
        page.speak(Language::Nl).await?;
        page.see("Dutch", |sight| sight.lang == "nl").await?;
        page.press(names::START).await?;
        page.stored_at_rest().await?;
        host.leave().await?;
        page.driver().refresh().await?;
        host.enter(0).await?;
        page.see("Dutch still", |sight| sight.lang == "nl").await?;
        Ok(())
    });
}

#[test]
fn what_is_set_while_the_page_loads_holds_once_it_has_loaded() {
    run(Setup::desk().noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.fits(0).await?;
        host.leave().await?;
        // As soon as the frame has asked for the element, long before its program runs.
        let script = "const element = document.querySelector('mindset-mirror');
             addEventListener('message', ({data}) => {
               if (data?.mindset === 'hello') setTimeout(() => { element.theme = 'dark'; });
             });
             const [parent, next] = [element.parentNode, element.nextSibling];
             element.remove();
             parent.insertBefore(element, next);";
        page.script(script, Vec::new()).await?;
        host.enter(0).await?;
        page.until("the dark theme", async || {
            let script = "return document.documentElement.dataset.theme";
            let theme = page.script(script, Vec::new()).await?;
            Ok((theme == json!("dark")).then_some(()))
        })
        .await
    });
}

#[test]
fn an_address_that_cannot_be_used_shows_no_other_questionnaire() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.fits(0).await?;
        host.leave().await?;
        let set =
            "document.querySelector('mindset-mirror').setAttribute('src', 'my questionnaire.json')";
        page.script(set, Vec::new()).await?;
        assert_eq!(host.hears("error").await?["code"], "instrument");
        assert_eq!(host.state().await?["frames"], json!([0]));
        Ok(())
    });
}
