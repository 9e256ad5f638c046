//! What the standard library would bring: a heap and the end of a panic.
//!
//! Without it the build is smaller and holds no text about panics; the engine does not panic.

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32;
use core::cell::Cell;
use core::ptr;

const PAGE: usize = 65_536;
/// The smallest block is 16 bytes; a block of class c holds 2^c bytes.
const SMALLEST: u32 = 4;

/// A heap of blocks of 2^c bytes with a list of free blocks for each c.
///
/// Taking and giving back cost the same whatever is in use, and what is given back is taken again,
/// so that a page that calls the engine all day does not grow.
struct Heap {
    top: Cell<usize>,
    end: Cell<usize>,
    free: [Cell<*mut u8>; 32],
}

// SAFETY: WebAssembly without the atomics feature has one thread.
unsafe impl Sync for Heap {}

#[global_allocator]
static HEAP: Heap =
    Heap { top: Cell::new(0), end: Cell::new(0), free: [const { Cell::new(ptr::null_mut()) }; 32] };

/// The class of a layout, at most 31 since a layout is smaller than 2^31 bytes.
fn class(layout: Layout) -> u32 {
    let size = layout.size().max(layout.align());
    let bits = usize::BITS.saturating_sub(size.saturating_sub(1).leading_zeros());
    bits.max(SMALLEST)
}

impl Heap {
    fn list(&self, class: u32) -> Option<&Cell<*mut u8>> {
        self.free.get(usize::try_from(class).ok()?)
    }

    /// A block that was never used, from the end of memory.
    fn fresh(&self, size: usize) -> Option<*mut u8> {
        // Blocks are aligned to their size up to a page.
        let mask = size.min(PAGE).wrapping_sub(1);
        let mut at = self.top.get().checked_add(mask)? & !mask;
        if at.checked_add(size)? > self.end.get() {
            let pages = size.div_ceil(PAGE);
            let old = wasm32::memory_grow(0, pages);
            if old == usize::MAX {
                return None;
            }
            let grown = old.checked_mul(PAGE)?;
            if self.end.get() != grown {
                at = grown;
            }
            self.end.set(grown.checked_add(pages.checked_mul(PAGE)?)?);
        }
        self.top.set(at.checked_add(size)?);
        Some(ptr::without_provenance_mut(at))
    }
}

// SAFETY: a block comes from the end of memory or from the list of its class, where only blocks
// given back stand, and holds at least its layout's size, aligned to it.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let class = class(layout);
        let Some(list) = self.list(class) else { return ptr::null_mut() };
        let first = list.get();
        if first.is_null() {
            return self.fresh(1_usize.wrapping_shl(class)).unwrap_or(ptr::null_mut());
        }
        // SAFETY: a free block holds the address of the next one in its first word.
        list.set(unsafe { first.cast::<*mut u8>().read() });
        first
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if let Some(list) = self.list(class(layout)) {
            // SAFETY: the block is given back, has 16 bytes at least and is aligned to them.
            unsafe { block.cast::<*mut u8>().write(list.get()) };
            list.set(block);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let Ok(wanted) = Layout::from_size_align(size, layout.align()) else {
            return ptr::null_mut();
        };
        if class(wanted) == class(layout) {
            return block;
        }
        // SAFETY: the caller owns the block, and the two blocks do not overlap.
        unsafe {
            let new = self.alloc(wanted);
            if !new.is_null() {
                ptr::copy_nonoverlapping(block, new, layout.size().min(size));
                self.dealloc(block, layout);
            }
            new
        }
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    wasm32::unreachable()
}
