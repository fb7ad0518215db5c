//! Building and looking up.

use super::*;
use crate::domain::fold;

fn opened(text: &[u8]) -> (tempfile::TempDir, Result<FileBlocklist, BlocklistError>) {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("list.txt");
    fs::write(&list, text).expect("a list");
    let opened = FileBlocklist::open(&list, folder.path());
    (folder, opened)
}

fn has(blocklist: &FileBlocklist, password: &str) -> bool {
    blocklist.contains(&fold(password)).expect("a readable list")
}

#[test]
fn every_line_is_found_in_any_case_and_composition() {
    let lines: Vec<String> = (0..20_000).map(|number| format!("Entry-{number} Zoe\u{308}")).collect();
    let (_folder, blocklist) = opened(lines.join("\n").as_bytes());
    let blocklist = blocklist.expect("a list");
    for number in (0..20_000).step_by(7) {
        assert!(has(&blocklist, &format!("eNTRY-{number} zo\u{eb}")), "{number}");
        assert!(!has(&blocklist, &format!("entry-{number} zoe")), "{number}");
        assert!(!has(&blocklist, &format!("entry-{} zo\u{eb}", number + 20_000)), "{number}");
    }
}

#[test]
fn line_ends_of_any_system_and_a_byte_order_mark_are_no_part_of_a_password() {
    let (_folder, blocklist) = opened("\u{feff}first\r\n\r\nsecond \nlast".as_bytes());
    let blocklist = blocklist.expect("a list");
    for (password, is_in) in
        [("first", true), ("second ", true), ("second", false), ("last", true), ("", false), ("\r", false)]
    {
        assert_eq!(has(&blocklist, password), is_in, "{password:?}");
    }
}

#[test]
fn what_is_no_list_is_said_with_its_line() {
    for (text, said) in [
        (&b""[..], "has no lines"),
        (b"\n\n", "has no lines"),
        (b"one\ntwo\n\xff\xfe\n", "line 3 of "),
        (&[b'x'; 70_000], "is longer than 65536 bytes"),
    ] {
        let (_folder, refused) = opened(text);
        let error = refused.expect_err("no list").to_string();
        assert!(error.contains(said), "{error}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let missing = check(&folder.path().join("none.txt")).expect_err("a missing file").to_string();
    assert!(missing.contains("cannot read") && missing.contains("none.txt"), "{missing}");
    assert!(matches!(check(folder.path()), Err(BlocklistError::NotAFile(_))));
}

#[test]
fn it_is_built_once_and_again_when_the_file_changes_or_what_was_built_is_damaged() {
    let (folder, first) = opened(b"first entry\n");
    drop(first.expect("a list"));
    let (list, built) = (folder.path().join("list.txt"), folder.path().join(BUILT));
    let modified = || fs::metadata(&built).and_then(|found| found.modified()).expect("a built list");
    let open = || FileBlocklist::open(&list, folder.path()).expect("a list");

    let before = modified();
    assert!(has(&open(), "first entry"));
    assert_eq!(modified(), before, "it is taken as it is");

    fs::write(&list, "another entry\n").expect("a list");
    let changed = open();
    assert!(has(&changed, "another entry") && !has(&changed, "first entry"));

    let whole = fs::read(&built).expect("a built list");
    fs::write(&built, &whole[..whole.len() - 1]).expect("a shorter one");
    assert!(has(&open(), "another entry"));
    fs::write(&built, "nonsense").expect("another file");
    assert!(has(&open(), "another entry"));
    assert!(!folder.path().join(BEING_BUILT).exists());
}

#[test]
fn a_built_list_that_has_become_unreadable_is_an_error_and_no_answer() {
    let (folder, blocklist) = opened(b"first entry\n");
    let blocklist = blocklist.expect("a list");
    fs::OpenOptions::new()
        .write(true)
        .open(folder.path().join(BUILT))
        .and_then(|file| file.set_len(100))
        .expect("a shorter file");
    assert!(blocklist.contains("first entry").is_err());
}

#[test]
fn processes_that_start_together_agree() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("list.txt");
    fs::write(&list, "first entry\nsecond entry\n").expect("a list");
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                assert!(has(&FileBlocklist::open(&list, folder.path()).expect("it"), "second entry"))
            });
        }
    });
}
