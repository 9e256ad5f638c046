//! Sorting, without the weight of the standard library's sorts: in a browser each of them, for
//! each kind of item, weighs three kilobytes.

use alloc::vec::Vec;

/// Sorts by insertion: for lists that have a few items, or stand in order already.
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

/// Sorts a list that may be long and in any order; equal items keep their order.
pub(crate) fn sort_long<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    // Most lists stand in order already.
    if items.iter().map(&key).is_sorted() {
        return items;
    }
    let mut keys: Vec<(u64, usize)> = items.iter().map(key).zip(0..).collect();
    heap_sort(&mut keys);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    keys.iter().filter_map(|(_, at)| items.get_mut(*at)?.take()).collect()
}

/// The one sort of long lists: of their keys, each with its place.
fn heap_sort(keys: &mut [(u64, usize)]) {
    // Lets a key sink into the heap that ends at `end`.
    let sink = |keys: &mut [(u64, usize)], mut at: usize, end: usize| {
        loop {
            let child = at.saturating_mul(2).saturating_add(1);
            let greater = child.saturating_add(1);
            let child =
                if greater < end && keys.get(greater) > keys.get(child) { greater } else { child };
            if child >= end || keys.get(child) <= keys.get(at) {
                return;
            }
            keys.swap(at, child);
            at = child;
        }
    };
    for at in (0..keys.len() / 2).rev() {
        sink(keys, at, keys.len());
    }
    for end in (1..keys.len()).rev() {
        keys.swap(0, end);
        sink(keys, 0, end);
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    #[test]
    fn long_lists_are_sorted_as_by_the_standard_library() {
        for length in [0_usize, 1, 2, 3, 10, 1_000] {
            let mixed = |at: usize| (at * 7_919 % 101, at);
            for order in [mixed, |at| (at, at), |at| (1_000 - at, at), |at| (7, at)] {
                let items: Vec<(usize, usize)> = (0..length).map(order).collect();
                let mut sorted = items.clone();
                sorted.sort_by_key(|(key, _)| *key);
                assert_eq!(super::sort_long(items, |(key, _)| *key as u64), sorted);
            }
        }
    }

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        super::sort_by_key(&mut items, |(key, _)| *key);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        super::sort_by_key(&mut [] as &mut [u8], |key| *key);
    }
}
