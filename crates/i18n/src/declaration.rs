//! How groups of texts are declared, and what each group can do.

use super::{Template, Text};

/// What is made of texts: a text, a template, some of the same kind, or a group of them.
pub trait Texts: Sized {
    /// Adds its texts to a list, in the order in which they are declared.
    fn list(&self, to: &mut Vec<Text>);

    /// Takes its texts from the front of such a list.
    fn take(from: &mut TextList) -> Self;
}

/// A list of texts that groups are made of again.
pub struct TextList {
    texts: std::vec::IntoIter<Text>,
    exhausted: bool,
}

impl TextList {
    /// The group that this list was made of; `None` for a list with fewer or more texts.
    pub fn into_group<T: Texts>(list: Vec<Text>) -> Option<T> {
        let mut list = Self {
            texts: list.into_iter(),
            exhausted: false,
        };
        let group = T::take(&mut list);
        (!list.exhausted && list.texts.len() == 0).then_some(group)
    }

    fn next(&mut self) -> Text {
        let next = self.texts.next();
        self.exhausted |= next.is_none();
        next.unwrap_or_default()
    }
}

impl Texts for Text {
    fn list(&self, to: &mut Vec<Text>) {
        to.push(self);
    }

    fn take(from: &mut TextList) -> Self {
        from.next()
    }
}

impl Texts for Template {
    fn list(&self, to: &mut Vec<Text>) {
        to.push(self.0);
    }

    fn take(from: &mut TextList) -> Self {
        Self(from.next())
    }
}

impl Texts for (Text, Text) {
    fn list(&self, to: &mut Vec<Text>) {
        to.extend([self.0, self.1]);
    }

    fn take(from: &mut TextList) -> Self {
        (from.next(), from.next())
    }
}

impl<T: Texts, const N: usize> Texts for [T; N] {
    fn list(&self, to: &mut Vec<Text>) {
        self.iter().for_each(|one| one.list(to));
    }

    fn take(from: &mut TextList) -> Self {
        std::array::from_fn(|_| T::take(from))
    }
}

/// Declares a group of texts. A text with values is declared as the function that it becomes:
/// `of(n: usize, total: usize)` is a [`Template`] with the places `{n}` and `{total}`, and a method
/// that fills them in.
macro_rules! texts {
    (
        $(#[$about:meta])* $name:ident {
            $($field:ident $(($($place:ident: $value:ty),+))? $(: $kind:ty)?,)*
        }
    ) => {
        $(#[$about])*
        #[allow(missing_docs, reason = "the texts say themselves what they are")]
        pub struct $name {
            $(pub $field: $crate::declaration::kind!($(($($place)+))? $($kind)?),)*
        }

        #[allow(missing_docs, reason = "the texts say themselves what they are")]
        impl $name {
            $($(
                pub fn $field(&self, $($place: $value),+) -> String {
                    self.$field.fill(&[$((stringify!($place), $place.into())),+])
                }
            )?)*

            /// The same, as it is: does not compile where a template has other places than those
            /// that are declared for it.
            pub const fn checked(self) -> Self {
                $($(
                    assert!(
                        self.$field.has_places(&[$(stringify!($place)),+]),
                        concat!("other places than declared: ", stringify!($field))
                    );
                )?)*
                self
            }
        }

        impl $crate::declaration::Texts for $name {
            fn list(&self, to: &mut Vec<$crate::Text>) {
                $($crate::declaration::Texts::list(&self.$field, to);)*
            }

            fn take(from: &mut $crate::declaration::TextList) -> Self {
                Self { $($field: $crate::declaration::Texts::take(from),)* }
            }
        }
    };
}

/// The type of a declared text.
macro_rules! kind {
    (($($place:ident)+)) => {
        $crate::Template
    };
    ($kind:ty) => {
        $kind
    };
}

pub(crate) use {kind, texts};
