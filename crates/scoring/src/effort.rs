//! How many conversations a number of deals takes: on paper, and with a fifth extra.
//!
//! Everything is whole numbers, and a hundredth is the smallest part there is: what becomes of ten
//! conversations, and of ten quotes, are whole numbers too. So nothing here is rounded but what is
//! planned for a week, and that is rounded up.

/// The highest value of each number: deals, quotes out of ten conversations, deals out of ten
/// quotes, weeks. The lowest is 1.
pub const EFFORT_MAX: [u32; 4] = [999, 10, 10, 52];

/// The four numbers that effort is worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EffortNumbers {
    /// Deals that are still needed.
    pub deals: u32,
    /// How many of ten conversations become a quote.
    pub quotes_of_ten: u32,
    /// How many of ten quotes become a deal.
    pub deals_of_ten: u32,
    /// Weeks that are left.
    pub weeks: u32,
}

impl EffortNumbers {
    /// The numbers in the order of [`EFFORT_MAX`]; `None` where one is missing or out of bounds.
    pub fn new(numbers: [Option<u32>; 4]) -> Option<Self> {
        let fits = |n: usize| numbers[n].filter(|number| (1..=EFFORT_MAX[n]).contains(number));
        Some(Self {
            deals: fits(0)?,
            quotes_of_ten: fits(1)?,
            deals_of_ten: fits(2)?,
            weeks: fits(3)?,
        })
    }
}

/// What comes of the four numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// The fewest conversations a week that give the deals.
    pub on_paper: Flow,
    /// A fifth more of them.
    pub with_extra: Flow,
}

/// What a number of conversations a week becomes in all weeks together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Conversations a week.
    pub a_week: u32,
    /// All conversations.
    pub conversations: Amount,
    /// Those that become a quote.
    pub quotes: Amount,
    /// Those of the quotes that become a deal.
    pub deals: Amount,
    /// The deals beyond those that are needed.
    pub to_spare: Amount,
}

impl Flow {
    /// The conversations that become no quote.
    pub fn no_quote(&self) -> Amount {
        self.conversations.less(self.quotes)
    }

    /// The quotes that become no deal.
    pub fn no_deal(&self) -> Amount {
        self.quotes.less(self.deals)
    }
}

/// An amount, exact in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// How many hundredths it is.
    pub hundredths: u32,
}

impl Amount {
    /// What is left of it without another one that is no greater.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self {
            hundredths: self.hundredths.saturating_sub(other.hundredths),
        }
    }

    /// The whole number that it is called by.
    pub fn about(self) -> About {
        let (below, rest) = (self.hundredths / 100, self.hundredths % 100);
        match (below, rest) {
            (_, 0) => About::Exactly(below),
            (0, 1..50) => About::BelowOne,
            (_, 1..50) => About::Over(below),
            _ => About::Nearly(below + 1),
        }
    }
}

/// An amount as it is said: by the whole number below it when it is less than a half above that,
/// and by the whole number above it from a half on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// This number.
    Exactly(u32),
    /// Less than a half more than this number, which is not 0.
    Over(u32),
    /// At most a half less than this number.
    Nearly(u32),
    /// Something, and less than a half.
    BelowOne,
}

/// Works out the effort.
pub fn effort(numbers: EffortNumbers) -> Effort {
    let EffortNumbers {
        deals,
        quotes_of_ten,
        deals_of_ten,
        weeks,
    } = numbers;
    let flow = |a_week: u32| {
        let conversations = a_week * weeks;
        let deals_made = Amount {
            hundredths: conversations * quotes_of_ten * deals_of_ten,
        };
        let needed = Amount {
            hundredths: 100 * deals,
        };
        Flow {
            a_week,
            conversations: Amount {
                hundredths: 100 * conversations,
            },
            quotes: Amount {
                hundredths: 10 * conversations * quotes_of_ten,
            },
            deals: deals_made,
            to_spare: deals_made.less(needed),
        }
    };
    let on_paper = (100 * deals).div_ceil(quotes_of_ten * deals_of_ten * weeks);
    Effort {
        on_paper: flow(on_paper),
        with_extra: flow((6 * on_paper).div_ceil(5)),
    }
}
