//! Does one piece of work: `work <name> <size>` once, for its instructions to be counted;
//! `work <name> <size> <repeats>` timed on the processor's clock, one line of JSON.
#![expect(clippy::print_stdout, reason = "this is what the program is for")]

use std::error::Error;
use std::{env, process};

use cpu_time::ProcessTime;
use motcua_benches::work::{RECORDED, layout_bytes, measured, memory, prepare};

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments.as_slice() {
        ["recorded"] => RECORDED.iter().for_each(|(name, size)| println!("{name} {size}")),
        ["layouts"] => layout_bytes()?.iter().for_each(|(name, bytes)| println!("{name} {bytes}")),
        [name, size] => measured(&mut prepare(name, size.parse()?)?),
        [name, size, repeats] => {
            let (size, repeats): (usize, usize) = (size.parse()?, repeats.parse()?);
            let mut work = prepare(name, size)?;
            measured(&mut work);
            let mut times: Vec<u128> = (0..repeats.max(1))
                .map(|_| {
                    let begun = ProcessTime::now();
                    measured(&mut work);
                    begun.elapsed().as_nanos()
                })
                .collect();
            times.sort_unstable();
            let time = |at: usize| times.get(at).copied().unwrap_or(0);
            println!(
                r#"{{"work":"{name}","size":{size},"min_ns":{},"median_ns":{},"max_ns":{}}}"#,
                time(0),
                time(times.len() / 2),
                time(times.len().saturating_sub(1)),
            );
            memory(name);
        }
        _ => return Err("work <name> <size> [repeats], work recorded, work layouts".into()),
    }
    Ok(())
}

#[expect(clippy::print_stderr, reason = "a program says why it stops")]
fn main() {
    if let Err(error) = run() {
        eprintln!("{error}");
        process::exit(1);
    }
}
