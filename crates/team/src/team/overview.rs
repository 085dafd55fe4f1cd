//! What was read, what can be chosen, and what is left out.

use super::{MAX_LISTED, PoolState, Team};
use crate::guard::{FEWEST, Results};
use crate::view::{LeftOut, Moment, Overview, Pool, Reason};
use model::Day;
use std::collections::{BTreeMap, HashMap, HashSet};

impl Team {
    /// What was read, what can be chosen, and what is left out.
    pub fn overview(&self) -> Overview {
        let mut left_out = Vec::new();
        let counting: Vec<Results> = (0..self.pools.len())
            .map(|pool| self.results(pool, Moment::Latest))
            .collect();
        let files = || self.files.iter().filter(|file| !file.is_removed);
        for (number, file) in self.files.iter().enumerate() {
            if file.is_removed {
                continue;
            }
            let named = |line, reason| LeftOut {
                file: file.name.clone(),
                line,
                reason,
            };
            let own = file.left_out.iter();
            left_out.extend(own.map(|(line, reason)| named(*line, reason.clone())));
            for &place in &file.entries {
                let entry = &self.entries[place];
                if entry.file == number && !counting[entry.pool].contains(place) {
                    let reason = self.not_counting(place, &counting[entry.pool]);
                    left_out.push(named(entry.line, reason));
                }
            }
        }
        let all = left_out.len();
        left_out.truncate(MAX_LISTED);
        let pools = self.pools.iter().zip(&counting);
        let mut pools: Vec<Pool> = pools
            .enumerate()
            .map(|(number, (pool, counting))| self.summary(number, pool, counting))
            .filter(|pool| pool.people > 0)
            .collect();
        pools.sort_by(|a, b| {
            let name = |pool: &Pool| (pool.key.instrument.clone(), pool.key.form.name());
            b.people.cmp(&a.people).then_with(|| name(a).cmp(&name(b)))
        });
        Overview {
            pools,
            more_left_out: (all - left_out.len()) as u64,
            left_out,
            files: files().count() as u64,
        }
    }

    /// Why a result does not count beside those of its pool that do.
    fn not_counting(&self, place: usize, counting: &Results) -> Reason {
        let person = self.person[place];
        let other = counting.iter().find(|&other| self.person[other] == person);
        let Some(other) = other.map(|other| &self.entries[other]) else {
            return Reason::NoScore;
        };
        match self.entries[place].is_same_session(other) {
            true => Reason::ReadBefore {
                file: self.files[other.file].name.clone(),
            },
            false => Reason::NewerResult { day: other.day },
        }
    }

    fn summary(&self, number: usize, pool: &PoolState, counting: &Results) -> Pool {
        let mut groups: BTreeMap<&str, u64> = BTreeMap::new();
        for group in counting
            .iter()
            .filter_map(|one| self.entries[one].group.as_deref())
        {
            *groups.entry(group).or_default() += 1;
        }
        let of_pool = self.entries.iter().enumerate();
        let of_pool = of_pool.filter(|(_, entry)| entry.pool == number && entry.holders > 0);
        let mut days = HashMap::<u32, HashSet<Day>>::new();
        for (place, day) in of_pool.filter_map(|(place, entry)| Some((place, entry.day?))) {
            days.entry(self.person[place]).or_default().insert(day);
        }
        let all = || days.values().flatten().copied();
        let people = counting.people(&self.person);
        let is_split = groups.len() > 1 || groups.values().any(|&of_group| of_group < people);
        Pool {
            key: pool.key.clone(),
            people,
            groups: match is_split {
                true => groups
                    .into_iter()
                    .map(|(name, people)| (name.to_owned(), people))
                    .collect(),
                false => Vec::new(),
            },
            days: all()
                .min()
                .zip(all().max())
                .filter(|_| days.len() as u64 >= FEWEST),
            repeated: days.values().filter(|days| days.len() > 1).count() as u64,
        }
    }
}
