//! What may be shown of a selection, or why not.

use super::Team;
use crate::figures::{Material, figures};
use crate::guard::{FEWEST, Results};
use crate::mirror::mirror;
use crate::view::{Mirror, Moment, PoolKey, Reason, Refusal, Selection, View};
use std::collections::HashSet;

impl Team {
    /// What may be shown of a selection, beside everything that was shown before. Everyone of a pool
    /// counts as shown first, whatever of it is asked for, so that a group whose others are fewer than
    /// five is refused whether or not somebody looks at everyone.
    ///
    /// # Errors
    /// Why it is refused; nothing of it has been shown then.
    pub fn view(&mut self, selection: &Selection) -> Result<View, Refusal> {
        let everyone = Selection {
            pool: selection.pool.clone(),
            group: None,
            moment: Moment::Latest,
        };
        if *selection != everyone {
            // Where everyone is refused, that is no reason to refuse this.
            let _ = self.show(&everyone);
        }
        self.show(selection)
    }

    /// What a manager's file says to the questions that the people of a pool were asked too. It is not
    /// among the results of the team, and nothing of it is held.
    ///
    /// # Errors
    /// Why it cannot be laid beside them.
    pub fn mirror(&self, bytes: &[u8], pool: &PoolKey) -> Result<Mirror, Reason> {
        mirror(bytes, pool, &self.instruments)
    }

    fn show(&mut self, selection: &Selection) -> Result<View, Refusal> {
        let number = self
            .pools
            .iter()
            .position(|pool| pool.key == selection.pool);
        let number = number.ok_or(Refusal::Nobody)?;
        let all = self.results(number, selection.moment);
        let set = match &selection.group {
            None => all,
            Some(group) => all.filter(|place| self.entries[place].group.as_ref() == Some(group)),
        };
        match set.people(&self.person) {
            0 => return Err(Refusal::Nobody),
            people if people < FEWEST => return Err(Refusal::TooFew { people }),
            _ => {}
        }
        if self.pools[number].views.admit(&set, &self.person).is_err() {
            return Err(self.refusal(number, &set));
        }
        let pool = &mut self.pools[number];
        let known = pool.shown_before.iter().any(|(_, before)| *before == set);
        if !known {
            pool.shown_before.push((selection.clone(), set.clone()));
        }
        let material = Material {
            instrument: &self.instruments[pool.instrument],
            form: pool.key.form,
            entries: &self.entries,
            person: &self.person,
        };
        let (scales, questions) = figures(&set, &material, &mut pool.guards);
        Ok(View {
            selection: selection.clone(),
            people: set.people(&self.person),
            scales,
            questions,
        })
    }

    /// Why a set of results is refused beside what was shown before.
    fn refusal(&self, number: usize, set: &Results) -> Refusal {
        let people = set.people(&self.person);
        for (selection, before) in &self.pools[number].shown_before {
            let difference = set.difference(before);
            let by = difference.people(&self.person);
            if by == 0 || by >= FEWEST {
                continue;
            }
            let is_within = set.iter().all(|place| before.contains(place));
            if is_within && selection.group.is_none() {
                let groups: HashSet<&String> = difference
                    .iter()
                    .filter_map(|place| self.entries[place].group.as_ref())
                    .collect();
                let mut groups: Vec<String> = groups.into_iter().cloned().collect();
                groups.sort();
                return Refusal::FewLeft {
                    people,
                    rest: by,
                    groups,
                };
            }
            let from = Box::new(selection.clone());
            return Refusal::Differs { people, by, from };
        }
        Refusal::Together { people }
    }
}
