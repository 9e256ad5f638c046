//! Sorting of short lists.

/// Sorts by insertion: the lists of the engine have a few items, or stand in order already.
///
/// The sorts of the standard library are made for long lists; in a browser each of them weighs
/// three kilobytes.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some([before, item]) = at.checked_sub(1).and_then(|from| items.get_mut(from..=at))
        {
            if key(before) <= key(item) {
                break;
            }
            core::mem::swap(before, item);
            at = at.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn equal_items_keep_their_order() {
        let mut items = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        super::sort_by_key(&mut items, |(key, _)| *key);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        super::sort_by_key(&mut [] as &mut [u8], |key| *key);
    }
}
