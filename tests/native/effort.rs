//! The calculator of effort: what comes of four numbers, exact, and how it is said.

use proptest::prelude::*;
use scoring::{About, Amount, EFFORT_MAX, Effort, EffortNumbers, Flow, effort};

fn numbers(numbers: [u32; 4]) -> EffortNumbers {
    EffortNumbers::new(numbers.map(Some)).expect("they lie within the bounds")
}

fn hundredths(hundredths: u32) -> Amount {
    Amount { hundredths }
}

#[test]
fn six_deals_in_six_weeks_take_ten_conversations_a_week_and_twelve_with_a_fifth_extra() {
    let flow = |a_week, [conversations, quotes, deals, to_spare]: [u32; 4]| Flow {
        a_week,
        conversations: hundredths(conversations),
        quotes: hundredths(quotes),
        deals: hundredths(deals),
        to_spare: hundredths(to_spare),
    };
    let Effort {
        on_paper,
        with_extra,
    } = effort(numbers([6, 5, 2, 6]));
    assert_eq!(on_paper, flow(10, [6_000, 3_000, 600, 0]));
    assert_eq!(with_extra, flow(12, [7_200, 3_600, 720, 120]));
    assert_eq!(
        [with_extra.no_quote(), with_extra.no_deal()],
        [3_600, 2_880].map(hundredths)
    );
}

#[test]
fn what_is_planned_for_a_week_is_rounded_up_and_nothing_else_is() {
    // 100 * 5 / (3 * 7 * 3) is 7.94, and 6 * 8 / 5 is 9.6.
    let Effort {
        on_paper,
        with_extra,
    } = effort(numbers([5, 3, 7, 3]));
    assert_eq!([on_paper.a_week, with_extra.a_week], [8, 10]);
    assert_eq!(on_paper.quotes, hundredths(720));
    assert_eq!(on_paper.deals, hundredths(504));
    assert_eq!(on_paper.to_spare, hundredths(4));
}

#[test]
fn an_amount_is_called_by_the_whole_number_below_it_up_to_a_half_and_by_the_one_above_it_from_there()
 {
    for (amount, about) in [
        (0, About::Exactly(0)),
        (1, About::BelowOne),
        (49, About::BelowOne),
        (50, About::Nearly(1)),
        (99, About::Nearly(1)),
        (100, About::Exactly(1)),
        (101, About::Over(1)),
        (720, About::Over(7)),
        (749, About::Over(7)),
        (750, About::Nearly(8)),
        (2_880, About::Nearly(29)),
    ] {
        assert_eq!(hundredths(amount).about(), about, "{amount} hundredths");
    }
}

#[test]
fn a_number_that_is_missing_or_out_of_bounds_gives_nothing() {
    let complete = [6, 5, 2, 6].map(Some);
    assert!(EffortNumbers::new(complete).is_some());
    for n in 0..4 {
        for number in [None, Some(0), Some(EFFORT_MAX[n] + 1), Some(u32::MAX)] {
            let mut given = complete;
            given[n] = number;
            assert_eq!(EffortNumbers::new(given), None, "{given:?}");
        }
        for number in [1, EFFORT_MAX[n]] {
            let mut given = complete;
            given[n] = Some(number);
            assert!(EffortNumbers::new(given).is_some(), "{given:?}");
        }
    }
}

fn any_numbers() -> impl Strategy<Value = [u32; 4]> {
    EFFORT_MAX.map(|max| 1..=max)
}

proptest! {
    #[test]
    fn the_conversations_give_the_deals_and_one_fewer_a_week_does_not(given in any_numbers()) {
        let [deals, quotes_of_ten, deals_of_ten, weeks] = given;
        let effort = effort(numbers(given));
        // Deals in hundredths, worked out from the conversations a week alone.
        let made = |a_week: u32| a_week * weeks * quotes_of_ten * deals_of_ten;
        prop_assert!(made(effort.on_paper.a_week) >= 100 * deals);
        prop_assert!(made(effort.on_paper.a_week - 1) < 100 * deals);
        for flow in [effort.on_paper, effort.with_extra] {
            prop_assert_eq!(flow.deals.hundredths, made(flow.a_week));
            prop_assert_eq!(flow.to_spare.hundredths + 100 * deals, flow.deals.hundredths);
        }
    }

    #[test]
    fn the_extra_is_a_fifth_at_least_and_less_than_one_conversation_more(given in any_numbers()) {
        let effort = effort(numbers(given));
        let (n, m) = (effort.on_paper.a_week, effort.with_extra.a_week);
        prop_assert!(5 * m >= 6 * n);
        prop_assert!(5 * (m - 1) < 6 * n);
    }

    #[test]
    fn what_stays_and_what_falls_away_are_together_what_there_was(given in any_numbers()) {
        let effort = effort(numbers(given));
        for flow in [effort.on_paper, effort.with_extra] {
            let sum = flow.quotes.hundredths + flow.no_quote().hundredths;
            prop_assert_eq!(sum, flow.conversations.hundredths);
            let sum = flow.deals.hundredths + flow.no_deal().hundredths;
            prop_assert_eq!(sum, flow.quotes.hundredths);
        }
    }

    #[test]
    fn more_deals_never_take_fewer_conversations_and_more_of_the_rest_never_more(
        given in any_numbers(),
        n in 0_usize..4,
    ) {
        let mut more = given;
        more[n] = (given[n] + 1).min(EFFORT_MAX[n]);
        let [before, after] = [given, more].map(|one| effort(numbers(one)));
        for (before, after) in [
            (before.on_paper, after.on_paper),
            (before.with_extra, after.with_extra),
        ] {
            match n {
                0 => prop_assert!(after.a_week >= before.a_week),
                _ => prop_assert!(after.a_week <= before.a_week),
            }
        }
    }
}
