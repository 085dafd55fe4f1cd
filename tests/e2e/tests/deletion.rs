//! Deleting: in two steps, with a way back, and leaving nothing.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    everything_is_deleted_in_two_steps_and_leaves_nothing: Setup::phone() => delete_all;
    what_was_deleted_comes_back: Setup::phone() => undo;
    what_was_deleted_comes_back_whatever_was_opened_since: Setup::phone() => undo_after_files;
    one_result_is_deleted_and_the_others_stay: Setup::phone() => delete_one;
    a_second_version_is_deleted_with_its_result_or_alone: Setup::phone() => delete_second_version;
}

/// Changes the copy of the only result as a page did that could have the copies alone: the next
/// opening finds two versions, of which none descends from the other.
const CHANGED_ELSEWHERE: &str = "const [name] = Object.keys(localStorage)
       .filter(name => name.startsWith('mindset:attempt/'));
     const text = localStorage.getItem(name);
     const end = text.indexOf('\\n');
     const [format, state, moment, epoch] = text.slice(0, end).split(' ');
     const head = [format, state, moment, epoch, 'elsewhere.1'].join(' ');
     const record = JSON.parse(text.slice(end));
     record.session.subject.pseudonym = 'Elsewhere';
     const body = JSON.stringify(record);
     let sum = 0x811c9dc5;
     for (const part of [name.slice('mindset:'.length), head, body])
       for (const byte of [...new TextEncoder().encode(part), 0xff])
         sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
     localStorage.setItem(name, `${head} ${sum}\\n${body}`);";

async fn finished(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    page.my_data().await?;
    Ok(())
}

async fn delete_all(page: &Page) -> Outcome {
    finished(page).await?;
    let before = page.stored_at_rest().await?;
    page.press(names::DELETE_ALL).await?;
    page.until("the second step", async || {
        page.find(names::DELETE_ALL_YES).await
    })
    .await?;
    assert_eq!(
        page.stored().await?,
        before,
        "the first step deletes nothing"
    );
    page.press(names::DELETE_ALL_YES).await?;
    page.until("an offer to undo", async || page.find(names::UNDO).await)
        .await?;
    assert!(page.stored().await?.is_empty(), "nothing is left");
    page.arrive().await?;
    assert!(page.stored().await?.is_empty(), "nor after a reload");
    assert!(page.find(names::CONTINUE).await?.is_none());
    Ok(())
}

async fn undo(page: &Page) -> Outcome {
    finished(page).await?;
    let before = page.stored_at_rest().await?;
    page.press(names::DELETE_ALL).await?;
    page.press(names::DELETE_ALL_YES).await?;
    page.press(names::UNDO).await?;
    page.until("what was deleted", async || {
        Ok((page.stored().await? == before).then_some(()))
    })
    .await?;
    page.open_result().await?;
    Ok(())
}

/// Asserts that a press can take back what was deleted.
async fn undo_is_offered(page: &Page, when: &str) -> Outcome {
    assert!(page.find(names::UNDO).await?.is_some(), "{when}");
    Ok(())
}

async fn undo_after_files(page: &Page) -> Outcome {
    finished(page).await?;
    page.press(names::BACKUP).await?;
    page.press(names::SAVE_PREVIEWED).await?;
    let (_, backup) = page.downloaded().await?;
    let before = page.stored_at_rest().await?;
    page.delete_everything().await?;

    let wrong = page.file("wrong.json", b"no result")?;
    page.open_file(names::OPEN_FILE, &wrong).await?;
    page.reads("error").await?;
    undo_is_offered(page, "after a refused file").await?;
    page.accessible("a refused file after a deletion").await?;

    let backup = page.file("backup.json", &backup)?;
    page.open_file(names::OPEN_FILE, &backup).await?;
    page.until("a backup that waits for a yes", async || {
        page.find(names::RESTORE).await
    })
    .await?;
    undo_is_offered(page, "while a backup waits for a yes").await?;
    page.press(names::LEAVE_BACKUP).await?;
    page.until("that it was left", async || {
        let waits = page.find(names::RESTORE).await?.is_some();
        Ok((!waits).then_some(()))
    })
    .await?;
    undo_is_offered(page, "after a backup that was left").await?;

    page.press(names::UNDO).await?;
    page.until("what was deleted", async || {
        Ok((page.stored().await? == before).then_some(()))
    })
    .await?;
    assert!(page.find(names::UNDO).await?.is_none(), "it is back");
    page.open_result().await?;
    Ok(())
}

async fn delete_one(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.alike(2)).await?;
    page.arrive().await?;
    page.press(names::START).await?;
    page.to_statements().await?;
    page.answer_from(0, &instrument, &instrument.alike(4))
        .await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    page.my_data().await?;
    let before = page.stored_at_rest().await?.len();
    page.press(names::DELETE_ONE).await?;
    page.until("one record fewer", async || {
        Ok((page.stored().await?.len() < before).then_some(()))
    })
    .await?;
    page.open_result().await?;
    Ok(())
}

async fn delete_second_version(page: &Page) -> Outcome {
    finished(page).await?;
    page.stored_at_rest().await?;
    page.script(CHANGED_ELSEWHERE, Vec::new()).await?;
    page.arrive().await?;
    page.my_data().await?;
    page.until("the second version", async || {
        page.find(names::DELETE_SECOND_VERSION).await
    })
    .await?;
    page.accessible("a second version").await?;
    let both = page.stored_at_rest().await?;
    let second = |(name, text): (&String, &String)| {
        name.starts_with("mindset:quarantine/") && text.contains("Elsewhere")
    };
    assert!(both.iter().any(second), "{both:?}");

    page.press(names::DELETE_ONE).await?;
    page.until("an offer to undo", async || page.find(names::UNDO).await)
        .await?;
    assert!(page.stored().await?.is_empty(), "nothing is left");
    assert!(page.find(names::DELETE_SECOND_VERSION).await?.is_none());
    page.press(names::UNDO).await?;
    page.until("both versions", async || {
        Ok((page.stored().await? == both).then_some(()))
    })
    .await?;

    page.press(names::DELETE_SECOND_VERSION).await?;
    page.until("the result alone", async || {
        let stored = page.stored().await?;
        let second = stored.iter().any(second);
        Ok((!second && !stored.is_empty()).then_some(()))
    })
    .await?;
    page.arrive().await?;
    page.my_data().await?;
    page.until("the result", async || page.find(names::DELETE_ONE).await)
        .await?;
    assert!(page.find(names::DELETE_SECOND_VERSION).await?.is_none());
    page.open_result().await?;
    Ok(())
}
