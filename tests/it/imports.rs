//! The `use` lines of the code: which files a file imports from, and that no files of a module import each other in a
//! circle. A link to another page, `uri!(super::…)`, is no import: pages do link in circles.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module's path in the crate: `["web", "log_in"]`.
type Module = Vec<String>;

/// One imported path, and the name that it has in the importing file.
struct Import {
    path: Module,
    name: String,
    /// Whether the file re-exports it, which by itself is no dependency of the file.
    is_public: bool,
}

/// The paths of a `use` tree, as `a::{b::{c, d as e}, self, *}`.
fn flatten(tree: &str, is_public: bool) -> Vec<Import> {
    let tree = tree.trim();
    if let Some((prefix, list)) = tree.strip_suffix('}').and_then(|tree| tree.split_once('{')) {
        let prefix: Module = segments(prefix);
        let with_prefix = |import: Import| {
            let path = [prefix.clone(), import.path].concat();
            let name =
                if import.name.is_empty() { path.last().cloned().unwrap_or_default() } else { import.name };
            Import { path, name, is_public }
        };
        let items = split_list(list).into_iter().flat_map(|item| flatten(item, is_public));
        return items.map(with_prefix).collect();
    }
    let (path, alias) = tree.split_once(" as ").map_or((tree, None), |(path, alias)| (path, Some(alias)));
    let mut path = segments(path);
    path.retain(|segment| segment != "*" && segment != "self");
    let name = alias.map(str::trim).or(path.last().map(String::as_str)).unwrap_or_default().to_owned();
    vec![Import { path, name, is_public }]
}

fn segments(path: &str) -> Module {
    path.split("::").map(str::trim).filter(|segment| !segment.is_empty()).map(str::to_owned).collect()
}

/// The items of a list, which may contain lists.
fn split_list(list: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, character) in list.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(&list[start..]);
    items.into_iter().filter(|item| !item.trim().is_empty()).collect()
}

/// The imports of a file, without those of its tests.
fn imports(code: &str) -> Vec<Import> {
    let code: Vec<&str> =
        code.lines().take_while(|line| *line != "#[cfg(test)]").map(|line| line.trim_start()).collect();
    let code = format!("\n{}", code.join("\n"));
    let statements = code.match_indices("use ").filter_map(|(at, _)| {
        let before = code[..at].rsplit('\n').next().unwrap_or_default();
        let is_public = before.starts_with("pub") && before.ends_with(' ');
        let tree = code[at + "use ".len()..].split(';').next().unwrap_or_default();
        (before.is_empty() || is_public).then_some((tree, is_public))
    });
    statements.flat_map(|(tree, is_public)| flatten(tree, is_public)).collect()
}

/// The imported paths of a file.
pub fn paths(code: &str) -> Vec<Vec<String>> {
    imports(code).into_iter().map(|import| import.path).filter(|path| !path.is_empty()).collect()
}

/// The files below src, as modules.
fn modules() -> BTreeMap<Module, Vec<Import>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut folders) = (BTreeMap::new(), vec![src.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let is_code = path.extension().is_some_and(|extension| extension == "rs");
            let relative = path.strip_prefix(&src).expect("below src").with_extension("");
            let mut module: Module =
                relative.iter().map(|segment| segment.to_string_lossy().into_owned()).collect();
            if module.last().is_some_and(|last| last == "mod") {
                module.pop();
            }
            if is_code && !module.iter().any(|segment| segment == "tests") {
                found.insert(module, imports(&fs::read_to_string(&path).expect("a file")));
            }
        }
    }
    found
}

/// The path from the root of the crate, if it leads into the crate.
fn absolute(from: &Module, path: &Module, modules: &BTreeMap<Module, Vec<Import>>) -> Option<Module> {
    let mut base = from.clone();
    let mut rest = path.as_slice();
    match rest.first()?.as_str() {
        "crate" => return Some(rest[1..].to_vec()),
        "super" => {
            while rest.first().is_some_and(|segment| segment == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        first => {
            let child = [base.as_slice(), &[first.to_owned()]].concat();
            modules.get(&child)?;
        }
    }
    Some([base.as_slice(), rest].concat())
}

/// The file that defines the item of a path. If a module only imports the item, the file that it is imported from.
fn definition(path: &Module, modules: &BTreeMap<Module, Vec<Import>>) -> Option<Module> {
    let end = (1..=path.len()).rev().find(|end| modules.contains_key(&path[..*end]))?;
    let module: Module = path[..end].to_vec();
    let Some(name) = path.get(end) else { return Some(module) };
    let import = modules[&module].iter().find(|import| import.name == *name);
    let imported = import.and_then(|import| absolute(&module, &import.path, modules));
    match imported.filter(|imported| imported != path) {
        Some(imported) => definition(&[imported.as_slice(), &path[end + 1..]].concat(), modules),
        None => Some(module),
    }
}

/// For each file, the files of the same module from which it imports.
fn arrows() -> BTreeMap<Module, BTreeSet<Module>> {
    let modules = modules();
    let arrows_of = |(from, imports): (&Module, &Vec<Import>)| {
        let targets = imports.iter().filter(|import| !import.is_public).filter_map(|import| {
            let path = absolute(from, &import.path, &modules)?;
            definition(&path, &modules).filter(|to| to != from && to.first() == from.first())
        });
        (from.clone(), targets.collect())
    };
    modules.iter().map(arrows_of).collect()
}

/// A circle that leads back to `start`, if there is one.
fn circle(start: &Module, arrows: &BTreeMap<Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    let mut ways: Vec<Vec<Module>> = vec![vec![start.clone()]];
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop() {
        let last = way.last().expect("a file");
        for next in arrows.get(last).into_iter().flatten() {
            if next == start {
                return Some(way);
            }
            if seen.insert(next.clone()) {
                ways.push([way.as_slice(), std::slice::from_ref(next)].concat());
            }
        }
    }
    None
}

#[test]
fn files_of_a_module_import_each_other_in_no_circle() {
    let arrows = arrows();
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 200, "the test sees imports");
    let circles: Vec<String> = arrows
        .keys()
        .filter_map(|module| circle(module, &arrows))
        .map(|way| way.iter().map(|module| module.join("/")).collect::<Vec<_>>().join(" -> "))
        .collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn what_pages_are_made_of_knows_no_page() {
    let is_part = |module: &Module| {
        module[0] == "web"
            && module.get(1).is_some_and(|second| ["messages", "page", "views"].contains(&second.as_str()))
    };
    let arrows = arrows();
    let parts: Vec<_> = arrows.iter().filter(|(from, _)| is_part(from)).collect();
    assert!(parts.len() > 15, "the test sees them");
    for (from, to) in parts {
        assert!(to.iter().all(is_part), "{} imports a page: {to:?}", from.join("/"));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(from.join("/"));
        let file = [path.with_extension("rs"), path.join("mod.rs")].into_iter().find(|file| file.is_file());
        let code = fs::read_to_string(file.expect("a file")).expect("code");
        assert!(!code.contains("uri!("), "{} links to a page", from.join("/"));
    }
}

#[test]
fn the_use_trees_are_understood() {
    let paths = |code: &str| -> Vec<String> {
        imports(code)
            .into_iter()
            .map(|import| format!("{}={}", import.name, import.path.join("::")))
            .collect()
    };
    let code = "use a::b;\npub use super::{c, d::{self, e as f, g::{h, i}}, k::*};\npub(super) use crate::l;\n\
        fn m() { let reuse = because; }\n#[cfg(test)]\nmod tests { use super::n; }";
    let expected =
        "b=a::b c=super::c d=super::d f=super::d::e h=super::d::g::h i=super::d::g::i k=super::k l=crate::l";
    assert_eq!(paths(code).join(" "), expected);
}
