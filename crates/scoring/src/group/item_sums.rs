//! Sums and cross products of the items of one scale, over people who answered all of them.

/// Sums over people who answered every item of a scale, of keyed answers and of their products.
/// Whole numbers, so that no order of adding changes a figure and nothing cancels out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemSums {
    people: u64,
    /// One entry an item.
    sums: Vec<u64>,
    /// One entry for every two items and for each item with itself: of the first item with all
    /// from itself on, then of the second, and so on.
    products: Vec<u64>,
}

impl ItemSums {
    /// Of nobody yet.
    pub fn new(items: usize) -> Self {
        Self {
            people: 0,
            sums: vec![0; items],
            products: vec![0; items * (items + 1) / 2],
        }
    }

    /// Of these people: a row a person, a column an item, keyed answers. `None` where the rows have
    /// different lengths, or where there is none.
    pub fn of_rows(rows: &[Vec<u8>]) -> Option<Self> {
        let mut all = Self::new(rows.first()?.len());
        rows.iter().all(|row| all.add(row)).then_some(all)
    }

    /// Adds one person. `false`, and nothing is added, where there are more or fewer answers than
    /// items.
    pub fn add(&mut self, row: &[u8]) -> bool {
        if row.len() != self.sums.len() {
            return false;
        }
        self.people += 1;
        let mut products = self.products.iter_mut();
        for (first, sum) in self.sums.iter_mut().enumerate() {
            let (value, from_itself_on) = (u64::from(row[first]), &row[first..]);
            *sum += value;
            for (&other, product) in from_itself_on.iter().zip(&mut products) {
                *product += value * u64::from(other);
            }
        }
        true
    }

    /// Adds the people of another group. `false`, and nothing is added, where it has more or fewer
    /// items.
    pub fn merge(&mut self, other: &Self) -> bool {
        if self.sums.len() != other.sums.len() {
            return false;
        }
        self.people += other.people;
        add_each(&mut self.sums, &other.sums);
        add_each(&mut self.products, &other.products);
        true
    }

    /// How many people there are.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.sums.len()
    }

    /// The covariance of two items times n (n - 1), which is a whole number. Both are below
    /// [`Self::items`].
    fn scaled_covariance(&self, one: usize, other: usize) -> i128 {
        let (first, second) = (one.min(other), one.max(other));
        let items = self.sums.len();
        // Rows of the triangle before the first item's: of `items`, `items - 1`, … entries.
        let place = first * (2 * items - first + 1) / 2 + second - first;
        let sums = i128::from(self.sums[first]) * i128::from(self.sums[second]);
        i128::from(self.people) * i128::from(self.products[place]) - sums
    }

    /// All of them, row by row.
    pub(crate) fn scaled_covariances(&self) -> Vec<Vec<i128>> {
        let items = 0..self.sums.len();
        items
            .clone()
            .map(|one| {
                let row = items.clone();
                row.map(|other| self.scaled_covariance(one, other))
                    .collect()
            })
            .collect()
    }

    /// Sample covariances (n - 1), row by row; `None` for fewer than two people.
    pub(crate) fn covariances(&self) -> Option<Vec<Vec<f64>>> {
        let n = i128::from(self.people);
        let scale = (n * (n - 1)) as f64;
        let rows = self.scaled_covariances();
        let in_steps = |row: Vec<i128>| row.into_iter().map(|cell| cell as f64 / scale).collect();
        (n > 1).then(|| rows.into_iter().map(in_steps).collect())
    }
}

/// Adds each entry of a list to that of another.
pub(super) fn add_each(to: &mut [u64], from: &[u64]) {
    for (sum, more) in to.iter_mut().zip(from) {
        *sum += more;
    }
}
