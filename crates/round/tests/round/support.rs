//! Teams and rounds for the tests, and the layout of a code written down once more, so that a test can
//! look under it and forge it.

use fastrand::Rng;
use model::{
    Answer, Answers, Day, Form, Instrument, Language, Plan, Rater, Rating, Session, SessionParts,
    Step, Subject,
};
use round::{CloseFault, ClosedRound, Contribution, RoundCode, RoundMemory, begin, random_bytes};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

static SCAN: LazyLock<Instrument> = LazyLock::new(|| {
    let source = content::scan();
    source.instrument().expect("what ships is sound")
});

/// The newest version of the scan: 32 statements, answered from 1 to 5.
pub fn scan() -> &'static Instrument {
    &SCAN
}

/// How many statements it has.
pub const STATEMENTS: usize = 32;

/// What somebody answered to each statement; `None` where it was skipped.
pub type Given = Vec<Option<u8>>;

/// Random answers, of which about one in sixteen is skipped, and never all.
pub fn random_answers(random: &mut Rng) -> Given {
    let mut given: Given = (0..STATEMENTS)
        .map(|_| (random.u8(..16) > 0).then(|| random.u8(1..=5)))
        .collect();
    given[0] = given[0].or(Some(3));
    given
}

/// A completed session with these answers.
pub fn session_in(given: &[Option<u8>], language: Language, form: Form) -> Session {
    let instrument = scan();
    let day = Day::parse("2026-11-28").expect("a day");
    let mut answers = Answers::none(instrument);
    for (item, value) in given.iter().enumerate() {
        let rating = value.and_then(|value| Rating::new(value, instrument.response_scale()));
        answers = answers.with(item, rating.map_or(Answer::Skipped, Answer::Rated));
    }
    let parts = SessionParts {
        id: "an-id".to_owned(),
        wave: 1,
        language,
        rater: Rater {
            role: form,
            ..Rater::default()
        },
        subject: Subject::default(),
        started_at: day.start(),
        completed_at: Some(day.start()),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers,
        context: Vec::new(),
        page_seconds: Vec::new(),
        belief_work: Vec::new(),
        plan: Plan::default(),
    };
    Session::restore(instrument, parts)
}

/// These answers as somebody adds them, in Dutch.
pub fn contribution(given: &[Option<u8>]) -> Contribution {
    let session = session_in(given, Language::Nl, Form::SelfReport);
    Contribution::of_session(scan(), &session).expect("answers about oneself")
}

/// As many random bytes as a round takes.
pub fn bytes(random: &mut Rng) -> Vec<u8> {
    (0..random_bytes(scan())).map(|_| random.u8(..)).collect()
}

/// A round of a team, one device a person; the first begins.
pub struct Team {
    pub given: Vec<Given>,
    pub memories: Vec<RoundMemory>,
    pub code: RoundCode,
}

impl Team {
    /// A team of so many, whose first person has begun.
    pub fn begun(people: usize, random: &mut Rng) -> Self {
        let given: Vec<Given> = (0..people).map(|_| random_answers(random)).collect();
        let mut memories = vec![RoundMemory::default(); people];
        let own = contribution(&given[0]);
        let begun = begin(scan(), &own, &bytes(random), &mut memories[0]);
        let code = begun.expect("a round");
        Self {
            given,
            memories,
            code,
        }
    }

    /// A team of so many, all of whom have added.
    pub fn full(people: usize, random: &mut Rng) -> Self {
        let mut team = Self::begun(people, random);
        for person in 1..people {
            team.adds(person);
        }
        team
    }

    /// This person gets the code as a link and adds.
    pub fn adds(&mut self, person: usize) {
        let link = format!("https://example.org/team.html{}", self.code.fragment());
        let code = RoundCode::read(&link, scan()).expect("a code");
        let own = contribution(&self.given[person]);
        let added = code.add(&own, &mut self.memories[person]);
        self.code = added.expect("answers that can be added");
    }

    /// The first closes with the code as it is.
    pub fn close(&mut self) -> Result<ClosedRound, CloseFault> {
        self.memories[0].close(&self.code, scan())
    }

    /// The sums and counts that the first has stored of the round.
    pub fn stored_sums(&self) -> Vec<u32> {
        let text = self.memories[0].text();
        let line = text.lines().last().expect("a round");
        let (_, sums) = line.split_once(" sums ").expect("a closed round");
        words_of(sums)
    }
}

/// The sum and the count of each statement over these people, by plain addition.
pub fn plain_sums(given: &[&Given]) -> Vec<(u32, u32)> {
    let statement = |item: usize| {
        let answers: Vec<u32> = given
            .iter()
            .filter_map(|given| given[item])
            .map(u32::from)
            .collect();
        (answers.iter().sum(), answers.len() as u32)
    };
    (0..STATEMENTS).map(statement).collect()
}

const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Bits before the sums.
pub const HEADER: usize = 4 + 32 + 1 + 2 + 64 + 16 + 16;

/// A text as the bits of its characters, without the checksum.
pub fn bits_of(text: &str) -> String {
    let body = &text[..text.len() - 8];
    let value = |symbol| SYMBOLS.find(symbol).expect("a symbol");
    let bits = body.chars().map(|symbol| format!("{:05b}", value(symbol)));
    bits.collect()
}

fn symbols(bits: &str) -> String {
    let values = bits.as_bytes().chunks(5).map(|bits| {
        let text = std::str::from_utf8(bits).expect("ASCII");
        usize::from_str_radix(text, 2).expect("bits")
    });
    values.map(|value| &SYMBOLS[value..=value]).collect()
}

/// The text of bits under the checksum of this purpose: the first 40 bits of SHA-256.
pub fn written_as(purpose: &str, bits: &str) -> String {
    let body = symbols(bits);
    let hash = Sha256::digest(format!("mindset-mirror round {purpose} 1\0{body}"));
    let checksum: String = hash[..5].iter().map(|byte| format!("{byte:08b}")).collect();
    body + &symbols(&checksum)
}

/// The sums and counts in a text, the sum of each statement before its count.
pub fn words_of(text: &str) -> Vec<u32> {
    let bits = bits_of(text);
    let word = |n: usize| {
        let at = HEADER + 32 * n;
        u32::from_str_radix(&bits[at..at + 32], 2).expect("a word")
    };
    (0..2 * STATEMENTS).map(word).collect()
}

/// A code with other bits from `at` on, and with the checksum that belongs to them: what a program could
/// write that is not ours.
pub fn forged(text: &str, at: usize, bits: &str) -> String {
    let all = bits_of(text);
    let all = [&all[..at], bits, &all[at + bits.len()..]].concat();
    written_as("code", &all)
}

/// A code with another word.
pub fn with_word(code: &RoundCode, word: usize, change: impl Fn(u32) -> u32) -> RoundCode {
    let text = code.text();
    let changed = change(words_of(&text)[word]);
    let forged = forged(&text, HEADER + 32 * word, &format!("{changed:032b}"));
    RoundCode::read(&forged, scan()).expect("a code")
}
