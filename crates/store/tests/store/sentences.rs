//! Each failure that was found, and each rule, as a sentence.

use store::doubles::{Browser, Fault};
use store::{
    Claim, Event, Incoming, Options, Persistence, RecordKey, Refused, Restore, Revision, Standing,
    Store, Trouble, Undo, plan_restore,
};

use crate::tab::Tab;

fn key(id: &str) -> RecordKey {
    RecordKey::new("attempt", id).expect("a key")
}

fn delete(tab: &mut Tab, keys: &[RecordKey]) -> Undo {
    let store = tab.store.clone();
    let deleted = tab.run(async move { store.delete(keys).await });
    deleted.expect("deleted")
}

fn delete_all(tab: &mut Tab) -> Undo {
    let store = tab.store.clone();
    tab.run(async move { store.delete_all().await })
        .expect("deleted")
}

fn undo(tab: &mut Tab, undo: &Undo) -> store::Undone {
    let store = tab.store.clone();
    tab.run(async move { store.undo(undo).await })
        .expect("undone")
}

/// A browser whose notices wait, so that a tab can have an old copy.
fn deaf_pair() -> (Browser, Tab, Tab) {
    let browser = Browser::default();
    let deaf = |backends: &mut store::Backends| backends.channel = None;
    let a = Tab::open_with(&browser, "a", deaf, Options::default());
    let b = Tab::open_with(&browser, "b", deaf, Options::default());
    (browser, a, b)
}

#[test]
fn an_old_tab_that_saves_late_does_not_replace_a_finished_attempt() {
    let (_, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "3 answers").expect("saved");
    b.refresh();
    a.save(&key("1"), "32 answers").expect("saved");
    let refused = b.save(&key("1"), "3 answers and a page time");
    assert!(matches!(refused, Err(Refused::Changed(there)) if *there.body == *"32 answers"));
    a.refresh();
    assert_eq!(a.body(&key("1")).as_deref(), Some("32 answers"));
    assert_eq!(b.body(&key("1")).as_deref(), Some("32 answers"));
}

#[test]
fn a_page_from_the_back_forward_cache_does_not_replace_a_finished_attempt() {
    let (_, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "3 answers").expect("saved");
    a.store.suspend();
    b.refresh();
    b.save(&key("1"), "32 answers").expect("saved");
    assert_eq!(a.save(&key("1"), "hidden"), Err(Refused::ReadOnly));
    let store = a.store.clone();
    a.run(async move { store.resume().await });
    assert_eq!(a.body(&key("1")).as_deref(), Some("32 answers"));
}

#[test]
fn delete_everything_is_not_undone_by_another_tab_that_leaves() {
    let (browser, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    a.save(&key("2"), "two").expect("saved");
    b.refresh();
    let undo = delete_all(&mut a);
    assert_eq!(undo.len(), 2);
    assert_eq!(b.save(&key("1"), "one more"), Err(Refused::Deleted));
    b.store.suspend();
    assert_eq!(b.save(&key("2"), "leaving"), Err(Refused::ReadOnly));
    let c = Tab::open(&browser, "c");
    assert!(c.store.snapshot().is_empty());
    assert!(browser.mirror().is_empty());
    let names: Vec<_> = browser.database().into_keys().collect();
    assert_eq!(names, ["meta"], "nothing about the reader is left");
}

#[test]
fn a_change_that_hung_while_everything_was_deleted_does_not_bring_its_record_back() {
    let (browser, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    browser.database_fault("b", Fault::Hanging);
    let new = b
        .store
        .commit(&key("2"), "two", None, store::Durability::Relaxed);
    browser.advance(5_000);
    assert_eq!(
        b.run(new),
        Err(Refused::Trouble(Trouble::TimedOut)),
        "said within the time limit"
    );
    assert!(b.store.snapshot().is_unsaved(&key("2")));
    // It happens late, and unheard; then everything is deleted.
    browser.database_fault("b", Fault::None);
    a.refresh();
    assert_eq!(a.body(&key("2")).as_deref(), Some("two"));
    let _ = delete_all(&mut a);
    b.refresh();
    assert!(b.store.snapshot().is_empty());
    let said = b.events.borrow().iter().any(
        |event| matches!(event, Event::Refused { unsaved, refused: Refused::Deleted } if *unsaved.body == *"two"),
    );
    assert!(said, "the tab can offer what it holds as a file");
    a.refresh();
    assert!(a.store.snapshot().is_empty());
}

#[test]
fn what_hangs_in_a_tab_that_leaves_stays_nowhere_once_another_one_has_deleted_it() {
    for everything in [true, false] {
        let browser = Browser::default();
        let mut a = Tab::open(&browser, "a");
        let mut b = Tab::open(&browser, "b");
        a.save(&key("1"), "one").expect("saved");
        b.refresh();
        browser.database_fault("b", Fault::Full);
        let refused = b.save(&key("1"), "one more");
        assert_eq!(refused, Err(Refused::Trouble(Trouble::Full)));
        browser.database_fault("b", Fault::None);
        let _ = match everything {
            true => delete_all(&mut a),
            false => delete(&mut a, &[key("1")]),
        };
        // It hears of that, and is left without being looked at again.
        b.settle();
        let said = b.events.borrow().iter().any(
            |event| matches!(event, Event::Refused { unsaved, refused: Refused::Deleted } if *unsaved.body == *"one more"),
        );
        assert!(said, "the tab offers what it holds as a file");
        b.store.suspend();
        let left = browser.mirror();
        let left: Vec<_> = left.iter().filter(|(_, row)| row.contains("one")).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
fn deleting_one_record_leaves_a_second_one_that_the_tab_did_not_know() {
    let (_, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    b.save(&key("2"), "two").expect("saved");
    let _ = delete(&mut a, &[key("1")]);
    b.refresh();
    assert_eq!(b.body(&key("1")), None);
    assert_eq!(b.body(&key("2")).as_deref(), Some("two"));
}

#[test]
fn delete_delete_undo_brings_back_both() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    a.save(&key("2"), "two").expect("saved");
    let mut deleted = delete(&mut a, &[key("1")]);
    deleted.extend(delete(&mut a, &[key("2")]));
    assert!(a.store.snapshot().is_empty());
    let undone = undo(&mut a, &deleted);
    assert_eq!(undone.restored, [key("1"), key("2")]);
    assert_eq!(a.body(&key("1")).as_deref(), Some("one"));
    assert_eq!(a.body(&key("2")).as_deref(), Some("two"));
}

#[test]
fn undo_does_not_overwrite_newer_work_of_another_tab() {
    let (_, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    let first = delete(&mut a, &[key("1")]);
    let second = first.clone();
    let _ = undo(&mut a, &first);
    b.refresh();
    b.save(&key("1"), "newer").expect("saved");
    let undone = undo(&mut a, &second);
    assert_eq!(undone.restored, []);
    assert_eq!(&*undone.newer[0].body, "newer");
    b.refresh();
    assert_eq!(b.body(&key("1")).as_deref(), Some("newer"));
}

#[test]
fn a_list_says_what_the_store_says_and_not_what_the_tab_remembers() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    let mut b = Tab::open(&browser, "b");
    assert!(b.store.snapshot().is_empty());
    a.save(&key("1"), "one").expect("saved");
    a.save(&key("2"), "two").expect("saved");
    b.pool.run_until_stalled();
    assert_eq!(b.store.snapshot().records().count(), 2);
    assert!(matches!(&b.events.borrow()[0], Event::Changed(keys) if !keys.is_empty()));
    let _ = delete_all(&mut b);
    a.pool.run_until_stalled();
    assert!(a.store.snapshot().is_empty());
}

#[test]
fn looking_at_a_record_and_saving_it_as_it_is_dates_nothing() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    browser.advance(1_000);
    a.save(&key("1"), "one").expect("saved");
    let before = (a.get(&key("1")), browser.database());
    browser.advance(86_400_000);
    a.save(&key("1"), "one").expect("nothing to save");
    assert_eq!((a.get(&key("1")), browser.database()), before);
}

#[test]
fn with_the_clock_set_back_the_last_change_is_still_the_latest() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    browser.advance(1_000_000);
    a.save(&key("1"), "first").expect("saved");
    browser.advance(-900_000);
    a.save(&key("2"), "second").expect("saved");
    let moment = |id| a.get(&key(id)).map(|record| record.changed_at);
    assert!(moment("2") > moment("1"));
}

#[test]
fn a_backup_is_compared_by_descent_and_both_sides_stay_where_both_changed() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    let first = in_a_backup(&a);
    for typed in ["two", "three", "four", "five"] {
        a.save(&key("1"), typed).expect("saved");
    }
    let last = in_a_backup(&a);

    // The other device took the first backup and changed one sentence, later.
    let elsewhere = Browser::default();
    elsewhere.advance(1_000);
    let mut b = Tab::open(&elsewhere, "b");
    let store = b.store.clone();
    let restored = first.clone();
    b.run(async move { store.restore(restored, None).await })
        .expect("restored");
    b.save(&key("1"), "one, and a later sentence")
        .expect("saved");
    let other = in_a_backup(&b);

    let plan = |backup: &Incoming| plan_restore(&a.store.snapshot(), vec![backup.clone()]);
    assert!(matches!(&plan(&first)[..], [Restore::NewerHere(_)]));
    assert!(matches!(&plan(&last)[..], [Restore::Same(_)]));
    let both = plan(&other);
    let [
        Restore::BothChanged {
            here,
            there,
            there_is_later,
        },
    ] = &both[..]
    else {
        panic!("{both:?}");
    };
    assert_eq!(&*here.body, "five");
    assert_eq!(&*there.body, "one, and a later sentence");
    assert!(there_is_later);

    let plan = plan_restore(&b.store.snapshot(), vec![other]);
    assert!(matches!(&plan[..], [Restore::Same(_)]));
    a.save(&key("2"), "only here").expect("saved");
    let only = Incoming {
        key: key("2"),
        ..first
    };
    let plan = plan_restore(&b.store.snapshot(), vec![only]);
    assert!(matches!(&plan[..], [Restore::Added(_)]));
}

/// The one record as a backup holds it.
fn in_a_backup(tab: &Tab) -> Incoming {
    let record = tab.get(&key("1")).expect("there");
    Incoming {
        key: record.key,
        revision: Some(record.revision),
        changed_at: record.changed_at,
        body: record.body,
    }
}

/// Restores a version, over what the tab has.
fn restore_in(tab: &mut Tab, incoming: Incoming) {
    let over = tab.get(&incoming.key).map(|record| record.revision);
    let restored = tab.store.restore(incoming, over.as_ref());
    tab.run(restored).expect("restored");
}

#[test]
fn the_next_backup_is_newer_where_nothing_was_changed_since_the_last_one_was_restored() {
    let mut a = Tab::open(&Browser::default(), "a");
    let mut b = Tab::open(&Browser::default(), "b");
    a.save(&key("1"), "one").expect("saved");
    restore_in(&mut b, in_a_backup(&a));
    for body in ["two", "three"] {
        a.save(&key("1"), body).expect("saved");
        let next = in_a_backup(&a);
        let plan = plan_restore(&b.store.snapshot(), vec![next.clone()]);
        assert!(matches!(plan[..], [Restore::NewerThere { .. }]), "{plan:?}");
        restore_in(&mut b, next);
        assert_eq!(b.body(&key("1")).as_deref(), Some(body));
    }
    b.save(&key("1"), "four").expect("saved");
    let plan = plan_restore(&a.store.snapshot(), vec![in_a_backup(&b)]);
    assert!(matches!(plan[..], [Restore::NewerThere { .. }]), "{plan:?}");
}

#[test]
fn a_stamp_is_seen_by_every_tab_and_written_over_no_change_and_dates_nothing() {
    let (_, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    b.refresh();
    let before = a.get(&key("1")).expect("there");
    a.stamp(&key("1"), "one, in a file").expect("stamped");
    let stamped = a.get(&key("1")).expect("there");
    assert_eq!(stamped.changed_at, before.changed_at);
    assert_ne!(stamped.revision, before.revision);
    // A tab that has not seen it writes over nothing, and sees it then.
    let refused = b.save(&key("1"), "two");
    assert!(matches!(refused, Err(Refused::Changed(there)) if there == stamped));
    assert_eq!(b.get(&key("1")), Some(stamped));
    b.save(&key("1"), "two, in a file").expect("saved");
    // And it is not stamped over a change.
    let refused = a.stamp(&key("1"), "one, in two files");
    assert!(matches!(refused, Err(Refused::Changed(_))), "{refused:?}");
    a.stamp(&key("1"), "two, in two files").expect("stamped");
    b.refresh();
    assert_eq!(b.body(&key("1")).as_deref(), Some("two, in two files"));
    let _ = delete(&mut b, &[key("1")]);
    let refused = a.stamp(&key("1"), "two, in three files");
    assert!(matches!(refused, Err(Refused::Deleted)), "{refused:?}");
}

#[test]
fn a_backup_is_compared_as_if_nothing_had_been_stamped() {
    let mut a = Tab::open(&Browser::default(), "a");
    let mut b = Tab::open(&Browser::default(), "b");
    a.save(&key("1"), "one").expect("saved");
    restore_in(&mut b, in_a_backup(&a));
    for (number, body) in [(2, "two"), (3, "three")] {
        a.stamp(&key("1"), &format!("stamped {number} times"))
            .expect("stamped");
        b.stamp(&key("1"), &format!("stamped {number} times elsewhere"))
            .expect("stamped");
        b.save(&key("1"), body).expect("saved");
        let next = in_a_backup(&b);
        let plan = plan_restore(&a.store.snapshot(), vec![next.clone()]);
        assert!(matches!(plan[..], [Restore::NewerThere { .. }]), "{plan:?}");
        restore_in(&mut a, next);
        assert_eq!(a.body(&key("1")).as_deref(), Some(body));
    }
    // What is written here then is newer there, stamped or not.
    a.save(&key("1"), "four").expect("saved");
    b.stamp(&key("1"), "stamped at last").expect("stamped");
    let plan = plan_restore(&b.store.snapshot(), vec![in_a_backup(&a)]);
    assert!(matches!(plan[..], [Restore::NewerThere { .. }]), "{plan:?}");
    // And where both have written, both stay.
    b.save(&key("1"), "five").expect("saved");
    let plan = plan_restore(&b.store.snapshot(), vec![in_a_backup(&a)]);
    assert!(
        matches!(plan[..], [Restore::BothChanged { .. }]),
        "{plan:?}"
    );
}

#[test]
fn a_version_that_was_chosen_over_another_one_is_newer_than_both() {
    let mut a = Tab::open(&Browser::default(), "a");
    let mut b = Tab::open(&Browser::default(), "b");
    a.save(&key("1"), "one").expect("saved");
    restore_in(&mut b, in_a_backup(&a));
    a.save(&key("1"), "of a").expect("saved");
    b.save(&key("1"), "of b").expect("saved");
    restore_in(&mut a, in_a_backup(&b));
    assert_eq!(a.body(&key("1")).as_deref(), Some("of b"));
    let chosen = in_a_backup(&a);
    a.save(&key("1"), "later").expect("saved");
    for backup in [chosen, in_a_backup(&a)] {
        let body = backup.body.clone();
        let plan = plan_restore(&b.store.snapshot(), vec![backup]);
        match &plan[..] {
            [Restore::Same(_)] => assert_eq!(&*body, "of b"),
            [Restore::NewerThere { .. }] => assert_eq!(&*body, "later"),
            _ => panic!("{plan:?}"),
        }
    }
}

#[test]
fn what_is_changed_after_an_older_backup_was_restored_does_not_seem_to_contain_the_newer_one() {
    let mut a = Tab::open(&Browser::default(), "a");
    a.save(&key("1"), "one").expect("saved");
    let first = in_a_backup(&a);
    a.save(&key("1"), "two").expect("saved");
    let second = in_a_backup(&a);
    for everything in [true, false] {
        let _ = match everything {
            true => delete_all(&mut a),
            false => delete(&mut a, &[key("1")]),
        };
        restore_in(&mut a, first.clone());
        a.save(&key("1"), "another").expect("saved");
        let plan = plan_restore(&a.store.snapshot(), vec![second.clone()]);
        assert!(
            matches!(plan[..], [Restore::BothChanged { .. }]),
            "{plan:?}"
        );
    }
}

#[test]
fn a_second_tab_is_read_only_until_it_continues_here() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    let mut b = Tab::open(&browser, "b");
    let attempt = key("1");
    let ask = |tab: &mut Tab, steal| {
        let (store, key) = (tab.store.clone(), attempt.clone());
        tab.run(async move {
            match steal {
                true => store.take_over(&key).await,
                false => store.claim(&key).await,
            }
        })
    };
    let first = ask(&mut a, false);
    assert!(matches!(first, Claim::Writer(_)));
    a.save(&attempt, "one").expect("saved");
    b.pool.run_until_stalled();
    assert!(matches!(ask(&mut b, false), Claim::ReadOnly));
    assert_eq!(b.save(&attempt, "two"), Err(Refused::ReadOnly));
    let second = ask(&mut b, true);
    assert!(matches!(second, Claim::Writer(_)));
    b.save(&attempt, "two").expect("saved");
    assert!(
        a.events
            .borrow()
            .contains(&Event::ClaimLost(attempt.clone()))
    );
    assert_eq!(a.save(&attempt, "three"), Err(Refused::ReadOnly));
    // Leaving the screen gives the right up.
    drop((first, second));
    assert!(matches!(ask(&mut a, false), Claim::Writer(_)));
}

#[test]
fn a_screen_that_opens_again_in_the_same_tab_shares_the_right_to_write() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    let (store, attempt) = (a.store.clone(), key("1"));
    let first = a.run(async { store.claim(&attempt).await });
    let second = a.run(async { store.claim(&attempt).await });
    assert!(matches!(second, Claim::Writer(_)));
    drop(first);
    let mut b = Tab::open(&browser, "b");
    let other = b.store.clone();
    let third = b.run(async { other.claim(&attempt).await });
    assert!(matches!(third, Claim::ReadOnly), "the second screen has it");
    a.save(&attempt, "one").expect("saved");
    drop(second);
    let fourth = b.run(async { other.claim(&attempt).await });
    assert!(matches!(fourth, Claim::Writer(_)));
}

#[test]
fn a_hidden_page_holds_no_lock_and_asks_again_when_it_comes_back() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    let mut b = Tab::open(&browser, "b");
    let (store, attempt) = (a.store.clone(), key("1"));
    let _first = a.run(async { store.claim(&attempt).await });
    a.store.suspend();
    let other = b.store.clone();
    let second = b.run(async { other.claim(&attempt).await });
    assert!(matches!(second, Claim::Writer(_)));
    a.run(async { store.resume().await });
    assert!(a.events.borrow().contains(&Event::ClaimLost(key("1"))));
    assert_eq!(a.save(&key("1"), "one"), Err(Refused::ReadOnly));
    drop(second);
    let again = a.run(async { store.claim(&attempt).await });
    assert!(matches!(again, Claim::Writer(_)));
    a.save(&key("1"), "one").expect("saved");
}

#[test]
fn a_tab_that_is_shown_gets_the_right_that_a_closing_one_is_slow_to_give_up() {
    let browser = Browser::default();
    let (mut a, mut b) = (Tab::open(&browser, "a"), Tab::open(&browser, "b"));
    let (store, other, attempt) = (a.store.clone(), b.store.clone(), key("1"));
    let first = a.run(async { store.claim(&attempt).await });
    let refused = b.run(async { other.claim(&attempt).await });
    assert!(matches!(refused, Claim::ReadOnly));
    let still = b.store.clone();
    let asked = key("1");
    let mut asking = Box::pin(async move { still.claim_again(&asked).await });
    b.pool.run_until_stalled();
    let pending = b.run(futures_util::future::poll_immediate(&mut asking));
    assert!(pending.is_none(), "it waits a little");
    drop(first);
    browser.advance(1_000);
    let again = b.run(asking);
    assert!(matches!(again, Claim::Writer(_)));
}

#[test]
fn a_tab_that_takes_over_waits_for_no_release_any_more() {
    let browser = Browser::default();
    let (mut a, mut b) = (Tab::open(&browser, "a"), Tab::open(&browser, "b"));
    let (store, other, attempt) = (a.store.clone(), b.store.clone(), key("1"));
    let _first = a.run(async { store.claim(&attempt).await });
    let (still, asked) = (b.store.clone(), key("1"));
    let mut asking = Box::pin(async move { still.claim_again(&asked).await });
    let pending = b.run(futures_util::future::poll_immediate(&mut asking));
    assert!(pending.is_none(), "it waits a little");
    other.stop_waiting(&attempt);
    // One of the looks at the lock, which follow each other every 40 milliseconds.
    browser.advance(40);
    let refused = b.run(futures_util::future::poll_immediate(&mut asking));
    assert!(matches!(refused, Some(Claim::ReadOnly)), "it waits no more");
    let taken = b.run(async { other.take_over(&attempt).await });
    assert!(matches!(taken, Claim::Writer(_)));
}

#[test]
fn without_locks_the_comparison_decides_and_nothing_is_lost_silently() {
    let (browser, mut a, mut b) = deaf_pair();
    browser.without_locks();
    let (one, other, attempt) = (a.store.clone(), b.store.clone(), key("1"));
    let _first = a.run(async { one.claim(&attempt).await });
    let second = b.run(async { other.claim(&attempt).await });
    assert!(matches!(second, Claim::Writer(_)));
    a.save(&key("1"), "one").expect("saved");
    let refused = b.save(&key("1"), "two");
    assert!(matches!(refused, Err(Refused::Changed(there)) if *there.body == *"one"));
}

#[test]
fn nothing_is_stored_before_the_first_commit() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.refresh();
    let _ = delete_all(&mut a);
    assert!(browser.database().is_empty() && browser.mirror().is_empty());
}

#[test]
fn keys_that_are_not_in_our_form_are_never_touched() {
    let browser = Browser::default();
    let foreign = [
        "attempt/a b",
        "Attempt/1",
        "settings:old",
        "attempt/",
        "x/y/z",
    ];
    for name in foreign {
        browser.edit_mirror(|rows| drop(rows.insert(name.into(), "theirs".into())));
        browser.edit_database(|rows| drop(rows.insert(name.into(), "theirs".into())));
    }
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    let _ = delete_all(&mut a);
    for name in foreign {
        assert_eq!(browser.mirror()[name], "theirs");
        assert_eq!(browser.database()[name], "theirs");
    }
    assert_eq!(browser.mirror().len(), foreign.len());
}

#[test]
fn where_the_database_is_denied_the_mirror_stands_in_and_is_taken_in_later() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    a.save(&key("2"), "two").expect("saved");
    a.save(&key("3"), "three").expect("saved");
    let denied = |backends: &mut store::Backends| backends.database = None;
    let mut b = Tab::open_with(&browser, "b", denied, Options::default());
    assert_eq!(b.store.standing(), Standing::Mirror);
    b.save(&key("1"), "one, without the database")
        .expect("saved");
    b.save(&key("1"), "one, twice").expect("saved");
    b.save(&key("4"), "four").expect("saved");
    let _ = delete(&mut b, &[key("2")]);
    let c = Tab::open(&browser, "c");
    assert_eq!(c.store.standing(), Standing::Database);
    assert_eq!(c.body(&key("1")).as_deref(), Some("one, twice"));
    assert_eq!(c.body(&key("2")), None);
    assert_eq!(c.body(&key("3")).as_deref(), Some("three"));
    assert_eq!(c.body(&key("4")).as_deref(), Some("four"));
}

#[test]
fn where_both_the_database_and_the_mirror_moved_on_both_versions_stay() {
    let (browser, mut a, _) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    let copy = browser.mirror();
    a.save(&key("1"), "in the database").expect("saved");
    browser.edit_mirror(|rows| *rows = copy);
    let denied = |backends: &mut store::Backends| backends.database = None;
    let mut b = Tab::open_with(&browser, "c", denied, Options::default());
    b.save(&key("1"), "in the mirror").expect("saved");
    let c = Tab::open(&browser, "d");
    assert_eq!(c.body(&key("1")).as_deref(), Some("in the database"));
    let aside = c.store.quarantined();
    assert_eq!(aside.len(), 1);
    assert_eq!(
        (&*aside[0].body, &*aside[0].reason),
        ("in the mirror", "conflict")
    );
}

#[test]
fn a_copy_in_the_mirror_does_not_bring_back_what_the_database_deleted() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    let copy = browser.mirror();
    let _ = delete(&mut a, &[key("1")]);
    browser.edit_mirror(|rows| *rows = copy.clone());
    let mut b = Tab::open(&browser, "b");
    assert!(b.store.snapshot().is_empty());
    assert!(browser.mirror().is_empty());
    b.save(&key("2"), "two").expect("saved");
    let _ = delete_all(&mut b);
    browser.edit_mirror(|rows| *rows = copy);
    assert!(Tab::open(&browser, "c").store.snapshot().is_empty());
}

#[test]
fn a_database_that_the_browser_has_lost_is_filled_from_the_mirror() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("0"), "gone").expect("saved");
    let _ = delete_all(&mut a);
    a.save(&key("1"), "one").expect("saved");
    browser.edit_database(|rows| rows.clear());
    let b = Tab::open(&browser, "b");
    assert_eq!(b.body(&key("1")).as_deref(), Some("one"));
    assert_eq!(b.body(&key("0")), None);
}

#[test]
fn with_no_room_the_tab_goes_on_in_memory_and_saves_when_there_is_room() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    browser.database_fault("a", Fault::Full);
    browser.mirror_fault("a", Fault::Full);
    let full = Err(Refused::Trouble(Trouble::Full));
    assert_eq!(a.save(&key("1"), "two"), full);
    assert_eq!(a.save(&key("1"), "three"), full);
    assert_eq!(a.save(&key("2"), "new"), full);
    assert_eq!(a.body(&key("1")).as_deref(), Some("three"));
    assert!(a.store.snapshot().is_unsaved(&key("1")));
    assert_eq!(a.store.trouble(), Some(Trouble::Full));
    browser.database_fault("a", Fault::None);
    browser.mirror_fault("a", Fault::None);
    a.save(&key("2"), "newer").expect("saved");
    assert!(!a.store.snapshot().is_unsaved(&key("1")));
    let b = Tab::open(&browser, "b");
    assert_eq!(b.body(&key("1")).as_deref(), Some("three"));
    assert_eq!(b.body(&key("2")).as_deref(), Some("newer"));
}

#[test]
fn what_a_tab_could_not_save_before_it_ended_is_found_in_the_mirror() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    browser.database_fault("a", Fault::Aborting);
    assert!(a.save(&key("1"), "two").is_err());
    assert!(a.save(&key("2"), "new").is_err());
    browser.kill("a", false);
    drop(a);
    let b = Tab::open(&browser, "b");
    assert_eq!(b.body(&key("1")).as_deref(), Some("two"));
    assert_eq!(b.body(&key("2")).as_deref(), Some("new"));
    let names: Vec<_> = browser.mirror().into_keys().collect();
    assert_eq!(names, ["attempt/1", "attempt/2"], "nothing stays pending");
}

/// A tab that opens while its database does not answer, after the time that an opening waits for it.
fn opened_without_an_answer(browser: &Browser, name: &str) -> Tab {
    let mut pool = futures_executor::LocalPool::new();
    let backends = browser.tab(name, crate::tab::spawn_into(pool.spawner()));
    browser.database_fault(name, Fault::Hanging);
    let opening = std::rc::Rc::new(std::cell::RefCell::new(None));
    let opened = opening.clone();
    let open =
        async move { *opened.borrow_mut() = Some(Store::open(backends, Options::default()).await) };
    futures_util::task::LocalSpawnExt::spawn_local(&pool.spawner(), open).expect("spawned");
    pool.run_until_stalled();
    assert!(opening.borrow().is_none());
    browser.advance(900);
    pool.run_until_stalled();
    Tab::around(pool, opening.take().expect("opened within the limit"))
}

#[test]
fn a_hanging_database_is_said_and_the_mirror_stands_in() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    let mut b = opened_without_an_answer(&browser, "b");
    assert_eq!(b.store.standing(), Standing::Mirror);
    assert_eq!(b.store.trouble(), Some(Trouble::TimedOut));
    assert_eq!(b.body(&key("1")).as_deref(), Some("one"));
    b.save(&key("1"), "two").expect("saved");
    browser.database_fault("b", Fault::None);
    b.refresh();
    assert_eq!(b.store.standing(), Standing::Database);
    a.refresh();
    assert_eq!(a.body(&key("1")).as_deref(), Some("two"));
}

#[test]
fn a_database_that_was_too_slow_at_the_opening_is_the_truth_once_it_answers() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    let copies = browser.mirror();
    a.save(&key("1"), "two").expect("saved");
    // As after a crash: the copies are older than the database.
    browser.edit_mirror(|rows| *rows = copies);
    let mut b = opened_without_an_answer(&browser, "b");
    assert_eq!(b.store.standing(), Standing::Mirror);
    assert_eq!(b.body(&key("1")).as_deref(), Some("one"));
    browser.database_fault("b", Fault::None);
    browser.advance(500);
    b.pool.run_until_stalled();
    assert_eq!(b.store.standing(), Standing::Database);
    assert_eq!(b.store.trouble(), None);
    assert_eq!(b.body(&key("1")).as_deref(), Some("two"));
}

#[test]
fn where_everything_is_denied_memory_is_the_last_resort_and_it_is_said() {
    let browser = Browser::default();
    let denied = |backends: &mut store::Backends| {
        browser.database_fault("a", Fault::Denied);
        browser.mirror_fault("a", Fault::Denied);
        backends.locks = None;
        backends.channel = None;
    };
    let mut a = Tab::open_with(&browser, "a", denied, Options::default());
    assert_eq!(a.store.standing(), Standing::Memory);
    assert_eq!(a.store.trouble(), Some(Trouble::Denied));
    a.save(&key("1"), "one").expect("in memory");
    assert_eq!(a.body(&key("1")).as_deref(), Some("one"));
}

#[test]
fn a_host_may_ask_for_less_than_the_device() {
    let browser = Browser::default();
    let session = Options {
        persistence: Persistence::Session,
        ..Options::default()
    };
    let mut a = Tab::open_with(&browser, "a", |_| (), session);
    assert_eq!(a.store.standing(), Standing::Session);
    a.save(&key("1"), "one").expect("saved");
    let none = Options {
        persistence: Persistence::None,
        ..Options::default()
    };
    let mut b = Tab::open_with(&browser, "b", |_| (), none);
    assert_eq!(
        (b.store.standing(), b.store.trouble()),
        (Standing::Memory, None)
    );
    b.save(&key("2"), "two").expect("saved");
    assert!(browser.database().is_empty() && browser.mirror().is_empty());
}

#[test]
fn a_second_change_before_the_first_is_saved_builds_on_it() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    browser.by_hand();
    let relaxed = store::Durability::Relaxed;
    let first = a.store.commit(&key("1"), "one", None, relaxed);
    let on = a.get(&key("1")).map(|record| record.revision);
    let second = a.store.commit(&key("1"), "two", on.as_ref(), relaxed);
    for _ in 0..2 {
        assert!(browser.run_transaction("a") && browser.deliver_answer("a"));
    }
    assert!(a.run(first).is_ok());
    assert!(a.run(second).is_ok());
    assert_eq!(a.body(&key("1")).as_deref(), Some("two"));
}

#[test]
fn a_damaged_record_is_moved_aside_in_one_step_and_comes_back_when_it_can_be_read() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "{\"half\": [").expect("saved");
    let record = a.get(&key("1")).expect("there");
    let store = a.store.clone();
    a.run(async { store.quarantine(&record, "damaged").await })
        .expect("moved");
    assert!(a.store.snapshot().is_empty());
    let b = Tab::open(&browser, "b");
    let aside = b.store.quarantined();
    assert_eq!(
        (&aside[0].original, &*aside[0].body),
        (&key("1"), "{\"half\": [")
    );
    a.run(async { store.release(&aside[0]).await })
        .expect("back");
    assert_eq!(a.body(&key("1")).as_deref(), Some("{\"half\": ["));
    assert!(a.store.quarantined().is_empty());
}

#[test]
fn stored_bytes_that_were_cut_flipped_or_swapped_are_seen_and_can_be_had() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one: 3").expect("saved");
    a.save(&key("2"), "two: 4").expect("saved");
    let good = browser.database();
    let spoil = |spoil: &dyn Fn(&mut store::backend::Rows)| {
        browser.edit_mirror(|rows| rows.clear());
        browser.edit_database(|rows| {
            *rows = good.clone();
            spoil(rows);
        });
        let tab = Tab::open(&browser, "b");
        (tab.store.unreadable(), browser.database())
    };
    let text = good["attempt/1"].clone();
    for length in 0..text.len() {
        let (unreadable, rows) = spoil(&|rows| {
            rows.insert("attempt/1".into(), text[..length].to_owned());
        });
        assert_eq!(unreadable["attempt/1"], text[..length]);
        assert_eq!(rows["attempt/1"], text[..length], "as it was");
    }
    let (unreadable, _) = spoil(&|rows| {
        rows.insert("attempt/1".into(), text.replace("one: 3", "one: 5"));
    });
    assert_eq!(unreadable.len(), 1);
    let (unreadable, _) = spoil(&|rows| {
        let other = rows["attempt/2"].clone();
        let one = rows.insert("attempt/1".into(), other);
        rows.insert("attempt/2".into(), one.expect("there"));
    });
    assert_eq!(unreadable.len(), 2);
}

#[test]
fn a_damaged_row_is_mended_from_its_copy_and_stays_as_a_file() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    browser.edit_database(|rows| drop(rows.insert("attempt/1".into(), "noise".into())));
    let b = Tab::open(&browser, "b");
    assert_eq!(b.body(&key("1")).as_deref(), Some("one"));
    assert_eq!(b.store.quarantined()[0].body, "noise");
}

/// A browser in which this text stands in the place of a record, without a copy.
fn with_a_row(text: &str) -> Browser {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "before");
    a.save(&key("1"), "one").expect("saved");
    browser.edit_database(|rows| drop(rows.insert("attempt/1".into(), text.into())));
    browser.edit_mirror(|rows| rows.clear());
    browser
}

fn set_damaged_aside(tab: &mut Tab) -> Result<(), Refused> {
    let store = tab.store.clone();
    let done = tab.run(async move {
        for row in store.damaged_rows() {
            store.quarantine(&row, "damaged").await?;
        }
        Ok(())
    });
    tab.pool.run_until_stalled();
    done
}

/// The text of each piece in quarantine of the first record.
fn texts_aside(tab: &Tab) -> Vec<String> {
    let mut texts = Vec::new();
    for one in tab.store.quarantined() {
        assert_eq!((&one.original, &*one.reason), (&key("1"), "damaged"));
        texts.push(one.body);
    }
    texts.sort();
    texts
}

#[test]
fn a_damaged_row_is_set_aside_byte_for_byte_and_its_name_is_free_for_a_backup() {
    for text in [
        "",
        "noise",
        "1 live 17\n\n{\"one\": \u{0}",
        "1 live 1 0 a.1 5\n{}",
    ] {
        let browser = with_a_row(text);
        let mut a = Tab::open(&browser, "a");
        set_damaged_aside(&mut a).expect("moved");
        assert!(a.store.unreadable().is_empty());
        let incoming = Incoming {
            key: key("1"),
            revision: Revision::parse("there.4"),
            changed_at: 4,
            body: "from a backup".into(),
        };
        let store = a.store.clone();
        a.run(async move { store.restore(incoming, None).await })
            .expect("restored");
        for tab in [a, Tab::open(&browser, "b")] {
            assert_eq!(tab.body(&key("1")).as_deref(), Some("from a backup"));
            assert_eq!(texts_aside(&tab), [text]);
        }
    }
}

#[test]
fn two_tabs_that_set_one_damaged_row_aside_do_it_once() {
    let browser = with_a_row("noise");
    let mut tabs = ["a", "b"].map(|name| Tab::open(&browser, name));
    for tab in &mut tabs {
        // The other one finds that it is gone.
        let _ = set_damaged_aside(tab);
    }
    for tab in &mut tabs {
        tab.refresh();
        assert_eq!(texts_aside(tab), ["noise"]);
    }
}

#[test]
fn a_damaged_row_and_its_copy_that_is_damaged_in_another_way_are_both_set_aside() {
    let browser = with_a_row("noise");
    browser.edit_mirror(|rows| drop(rows.insert("attempt/1".into(), "other noise".into())));
    let mut a = Tab::open(&browser, "a");
    set_damaged_aside(&mut a).expect("moved");
    assert_eq!(texts_aside(&a), ["noise", "other noise"]);
    assert!(!browser.mirror().contains_key("attempt/1"));
}

#[test]
fn a_damaged_row_stays_where_a_later_app_or_another_tab_has_written_the_copy() {
    let later = "2 something else\nbody";
    let sound = {
        let browser = Browser::default();
        Tab::open(&browser, "x")
            .save(&key("1"), "one")
            .expect("saved");
        browser.database()["attempt/1"].clone()
    };
    for copy in [later, &sound] {
        let browser = with_a_row("noise");
        let mut a = Tab::open(&browser, "a");
        browser.edit_mirror(|rows| drop(rows.insert("attempt/1".into(), copy.into())));
        assert_eq!(set_damaged_aside(&mut a), Err(Refused::ReadOnly));
        assert!(texts_aside(&a).is_empty());
        assert_eq!(browser.database()["attempt/1"], "noise");
        assert_eq!(browser.mirror()["attempt/1"], copy);
    }
}

#[test]
fn what_a_later_app_wrote_is_not_set_aside_as_damaged() {
    let later = "2 something else\nbody";
    let browser = with_a_row(later);
    let mut a = Tab::open(&browser, "a");
    set_damaged_aside(&mut a).expect("nothing is moved");
    // Nor where a caller takes it for damage.
    let row = store::Record {
        key: key("1"),
        revision: Revision::parse("a.1").expect("a version"),
        changed_at: 0,
        body: later.into(),
    };
    let store = a.store.clone();
    let moved = a.run(async move { store.quarantine(&row, "damaged").await });
    assert_eq!(moved, Err(Refused::ReadOnly));
    assert_eq!(a.store.unreadable()["attempt/1"], later);
    assert!(texts_aside(&a).is_empty());
}

#[test]
fn without_room_a_damaged_row_stays_where_it_is() {
    let browser = with_a_row("noise");
    let mut a = Tab::open(&browser, "a");
    browser.database_fault("a", Fault::Full);
    assert!(set_damaged_aside(&mut a).is_err());
    assert_eq!(a.store.unreadable()["attempt/1"], "noise");
    assert_eq!(browser.database()["attempt/1"], "noise");
    assert!(browser.mirror().is_empty(), "nor is anything left there");
}

#[test]
fn what_is_set_aside_in_the_mirror_hides_nothing_of_the_database() {
    let browser = Browser::default();
    let mut a = Tab::open(&browser, "a");
    a.save(&key("1"), "one").expect("saved");
    browser.edit_mirror(|rows| drop(rows.insert("attempt/1".into(), "noise".into())));
    let denied = |backends: &mut store::Backends| backends.database = None;
    let mut b = Tab::open_with(&browser, "b", denied, Options::default());
    set_damaged_aside(&mut b).expect("moved");
    assert_eq!(texts_aside(&b), ["noise"]);
    assert!(b.store.unreadable().is_empty());
    let c = Tab::open(&browser, "c");
    assert_eq!(c.body(&key("1")).as_deref(), Some("one"));
    assert_eq!(texts_aside(&c), ["noise"]);
}

#[test]
fn a_tab_that_had_a_record_open_does_not_write_it_again_after_it_was_set_aside_as_damaged() {
    let (browser, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    browser.edit_database(|rows| drop(rows.insert("attempt/1".into(), "noise".into())));
    browser.edit_mirror(|rows| rows.clear());
    b.refresh();
    set_damaged_aside(&mut b).expect("moved");
    assert_eq!(a.save(&key("1"), "one, later"), Err(Refused::Deleted));
    assert_eq!(texts_aside(&b), ["noise"]);
}

#[test]
fn what_a_later_app_wrote_is_never_written_over() {
    let browser = Browser::default();
    let later = "2 something else\nbody";
    browser.edit_database(|rows| drop(rows.insert("attempt/1".into(), later.into())));
    let mut a = Tab::open(&browser, "a");
    assert_eq!(a.store.unreadable()["attempt/1"], later);
    assert_eq!(a.save(&key("1"), "one"), Err(Refused::ReadOnly));
    assert_eq!(browser.database()["attempt/1"], later);
}

#[test]
fn the_only_record_of_its_kind_can_begin_anew_after_it_was_deleted() {
    let (browser, mut a, mut b) = deaf_pair();
    let preferences = RecordKey::single("preferences").expect("a key");
    a.save(&preferences, "nl").expect("saved");
    let _ = delete(&mut a, std::slice::from_ref(&preferences));
    b.save(&preferences, "en").expect("saved");
    a.refresh();
    let _ = delete_all(&mut a);
    a.save(&preferences, "nl").expect("saved");
    let c = Tab::open(&browser, "c");
    assert_eq!(c.body(&preferences).as_deref(), Some("nl"));
}

#[test]
fn a_key_has_one_form() {
    assert!(RecordKey::parse("attempt/A-1_b").is_some());
    assert!(RecordKey::parse("preferences").is_some());
    let long = format!("attempt/{}", "a".repeat(65));
    for name in [
        "",
        "/",
        "attempt/",
        "a/b/c",
        "Attempt/1",
        "meta",
        "meta/1",
        "pending/1",
        &long,
    ] {
        assert_eq!(RecordKey::parse(name), None, "{name}");
    }
}

#[test]
fn a_deletion_that_times_out_and_happens_late_can_be_undone() {
    for everything in [false, true] {
        let (browser, mut a, _) = deaf_pair();
        a.save(&key("1"), "one").expect("saved");
        browser.database_fault("a", Fault::Hanging);
        let store = a.store.clone();
        let deleting = async move {
            match everything {
                true => store.delete_all().await,
                false => store.delete(&[key("1")]).await,
            }
        };
        let late = browser.clone();
        let failed = a.run(async move {
            let time = async { late.advance(5_000) };
            futures_util::future::join(deleting, time).await.0
        });
        let failed = failed.expect_err("timed out");
        assert_eq!(failed.trouble, Trouble::TimedOut);
        assert!(failed.undo.is_empty(), "nothing has happened yet");
        browser.database_fault("a", Fault::None);
        a.pool.run_until_stalled();
        assert_eq!(a.body(&key("1")), None, "the tab follows its own deletion");
        let happened = Event::Changed(vec![key("1")]);
        assert_eq!(*a.events.borrow(), [happened], "and says so");
        assert_eq!(failed.undo.len(), 1);
        let undone = undo(&mut a, &failed.undo);
        assert_eq!(undone.restored, [key("1")]);
        assert_eq!(a.body(&key("1")).as_deref(), Some("one"));
    }
}

#[test]
fn what_has_happened_but_was_not_answered_in_time_is_not_called_saved() {
    let (browser, mut a, _) = deaf_pair();
    browser.by_hand();
    let saved = a
        .store
        .commit(&key("1"), "one", None, store::Durability::Relaxed);
    assert!(browser.run_transaction("a"));
    browser.advance(5_000);
    assert_eq!(a.run(saved), Err(Refused::Trouble(Trouble::TimedOut)));
    assert!(a.store.snapshot().is_unsaved(&key("1")));
}

#[test]
fn what_hung_when_the_tab_was_ended_is_found_in_the_mirror() {
    let (browser, mut a, mut b) = deaf_pair();
    browser.database_fault("b", Fault::Hanging);
    let new = b
        .store
        .commit(&key("1"), "one", None, store::Durability::Relaxed);
    browser.advance(5_000);
    assert_eq!(b.run(new), Err(Refused::Trouble(Trouble::TimedOut)));
    browser.kill("b", false);
    a.refresh();
    let c = Tab::open(&browser, "c");
    assert_eq!(c.body(&key("1")).as_deref(), Some("one"));
}

#[test]
fn what_a_tab_saves_after_it_was_refused_does_not_seem_to_contain_the_refused_change() {
    let (_browser, mut a, mut b) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    b.refresh();
    a.save(&key("1"), "two").expect("saved");
    let before = b.get(&key("1")).map(|record| record.revision);
    let durability = store::Durability::Relaxed;
    let saving = b
        .store
        .commit(&key("1"), "refused", before.as_ref(), durability);
    let refused = b.get(&key("1")).expect("unsaved");
    assert!(matches!(b.run(saving), Err(Refused::Changed(_))));
    b.save(&key("1"), "three").expect("saved");
    let backup = Incoming {
        key: refused.key,
        revision: Some(refused.revision),
        changed_at: refused.changed_at,
        body: refused.body,
    };
    let plan = plan_restore(&b.store.snapshot(), vec![backup]);
    assert!(matches!(plan[..], [Restore::BothChanged { .. }]));
}

#[test]
fn a_tab_forgets_what_it_deletes_though_it_could_not_save_it() {
    for everything in [false, true] {
        for known in [false, true] {
            let (browser, mut a, _) = deaf_pair();
            if known {
                a.save(&key("1"), "one").expect("saved");
            }
            browser.database_fault("a", Fault::Aborting);
            assert!(a.save(&key("1"), "two").is_err());
            browser.database_fault("a", Fault::None);
            let deleted = match everything {
                true => delete_all(&mut a),
                false => delete(&mut a, &[key("1")]),
            };
            assert_eq!(&*deleted.records()[0].body, "two", "it can be put back");
            assert!(a.store.snapshot().is_empty());
            assert!(browser.mirror().is_empty(), "nothing is pending");
            assert_eq!(a.save(&key("1"), "three"), Err(Refused::Deleted));
            a.refresh();
            assert!(a.store.snapshot().is_empty());
            assert_eq!(*a.events.borrow(), [], "nothing is left to be refused");
            let c = Tab::open(&browser, "c");
            assert!(c.store.snapshot().is_empty());
        }
    }
}

#[test]
fn what_is_saved_in_the_mirror_while_the_database_comes_back_is_taken_in_too() {
    let browser = Browser::default();
    let denied = |_: &mut store::Backends| browser.database_fault("a", Fault::Denied);
    let mut a = Tab::open_with(&browser, "a", denied, Options::default());
    assert_eq!(a.store.standing(), Standing::Mirror);
    a.save(&key("1"), "one").expect("saved");
    browser.by_hand();
    browser.database_fault("a", Fault::None);
    let store = a.store.clone();
    let refresh = async move { store.refresh().await.expect("read") };
    futures_util::task::LocalSpawnExt::spawn_local(&a.pool.spawner(), refresh).expect("spawned");
    a.pool.run_until_stalled();
    // It has looked, and the first record is in the database, but the tab has not heard so.
    assert!(browser.run_transaction("a") && browser.deliver_answer("a"));
    a.pool.run_until_stalled();
    assert!(browser.run_transaction("a"));
    assert!(browser.database().contains_key("attempt/1"));
    a.save(&key("2"), "two").expect("saved in the mirror");
    assert!(!browser.database().contains_key("attempt/2"));
    loop {
        let answered = browser.deliver_answer("a");
        a.pool.run_until_stalled();
        if !(answered | browser.run_transaction("a")) {
            break;
        }
    }
    assert_eq!(a.store.standing(), Standing::Database);
    assert_eq!(a.body(&key("2")).as_deref(), Some("two"));
    assert!(browser.database().contains_key("attempt/2"));
}

#[test]
fn a_transaction_that_fails_after_its_time_limit_takes_its_copies_back_too() {
    let (browser, mut a, _) = deaf_pair();
    a.save(&key("1"), "one").expect("saved");
    let copy = browser.mirror()["attempt/1"].clone();
    let expected = a.get(&key("1")).map(|record| record.revision);
    browser.database_fault("a", Fault::Hanging);
    let durability = store::Durability::Relaxed;
    let saved = a
        .store
        .commit(&key("1"), "two", expected.as_ref(), durability);
    browser.advance(5_000);
    assert_eq!(a.run(saved), Err(Refused::Trouble(Trouble::TimedOut)));
    browser.database_fault("a", Fault::Aborting);
    a.pool.run_until_stalled();
    assert_eq!(browser.mirror()["attempt/1"], copy);
    assert_eq!(a.body(&key("1")).as_deref(), Some("two"), "still unsaved");
}
