//! Arguments → window or headless command.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("warn")).init();
    let arguments = worthwhile::cli::Arguments::parse();
    match arguments.command {
        Some(command) => worthwhile::cli::run(&command),
        None => worthwhile::app::window(arguments.workbook),
    }
}
