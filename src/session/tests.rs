//! What history and defaults promise.

use crate::base::Id;
use crate::session::{
    CommonField, EditName, HISTORY_LIMIT, KEPT_BYTES, PaletteItem, Selection, Session, addition, fitting,
    new_node,
};
use crate::topology::{
    ConnectionKind, Document, Edit, GroupKind, Kind, KindName, Product, Topology, Whitelist,
};
use crate::wire;

fn title(text: &str) -> Edit {
    Edit::SetTitle(text.to_owned())
}

fn with(topology: &Topology, item: PaletteItem) -> (Topology, Id) {
    let made = addition(topology, item, &Selection::new()).unwrap();
    let document = Document { topology: topology.clone().into(), ..Document::default() };
    let after = document.after(&made.edit).unwrap();
    (after.topology.as_ref().clone(), made.id)
}

#[test]
fn undo_gives_back_the_document_and_the_selection() {
    let mut session = Session::default();
    let selected: Selection = [Id::parse("a").unwrap()].into();
    session.act(EditName::Title, &title("one"), &selected).unwrap();
    let restored = session.undo(&Selection::new()).unwrap();
    assert_eq!((restored.name, restored.selection), (EditName::Title, selected));
    assert_eq!(session.document(), &Document::default());
    session.redo(&Selection::new()).unwrap();
    assert_eq!(session.document().title, "one");
}

#[test]
fn typing_in_one_field_is_one_step_until_it_is_left() {
    let mut session = Session::default();
    for text in ["a", "ab", "abc"] {
        session.act_coalesced("title".to_owned(), EditName::Title, &title(text), &Selection::new()).unwrap();
    }
    session.settle();
    session.act_coalesced("title".to_owned(), EditName::Title, &title("abcd"), &Selection::new()).unwrap();
    session.undo(&Selection::new()).unwrap();
    assert_eq!(session.document().title, "abc");
    session.undo(&Selection::new()).unwrap();
    assert_eq!(session.document().title, "");
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_step() {
    let mut session = Session::default();
    session.act(EditName::Title, &title(""), &Selection::new()).unwrap();
    assert_eq!(session.history().undoable(), None);
}

#[test]
fn the_oldest_steps_are_forgotten() {
    let mut session = Session::default();
    for number in 0..HISTORY_LIMIT + 10 {
        session.act(EditName::Title, &title(&number.to_string()), &Selection::new()).unwrap();
    }
    let steps = std::iter::from_fn(|| session.undo(&Selection::new())).count();
    assert_eq!(steps, HISTORY_LIMIT);
    assert_eq!(session.document().title, "9");
}

#[test]
fn a_data_source_on_a_blank_drawing_brings_its_places_along() {
    let (topology, source) =
        with(&Topology::default(), PaletteItem::Source(Product::from_key("rds_mysql").unwrap()));
    assert_eq!(source.as_str(), "rds-mysql-1");
    let kinds: Vec<KindName> = topology.ancestors(&source).map(|(_, node)| node.kind.name()).collect();
    assert_eq!(
        kinds,
        [KindName::DataSource, KindName::VSwitch, KindName::Vpc, KindName::Region, KindName::Account]
    );
    assert_eq!(topology.data_source(&source).unwrap().whitelist.as_ref().unwrap().entries().len(), 1);
}

#[test]
fn a_service_of_a_region_goes_into_the_region_wherever_in_it_the_selection_is() {
    let oss = PaletteItem::Source(Product::from_key("oss").unwrap());
    let (topology, vswitch) = with(&Topology::default(), PaletteItem::Node(KindName::VSwitch));
    let added = addition(&topology, oss, &[vswitch.clone()].into()).unwrap();
    let Edit::PutNode { node, .. } = &added.edit else { panic!("one node") };
    assert_eq!(node.parent.as_ref(), topology.enclosing(&vswitch, KindName::Region));
    let (topology, source) = with(&Topology::default(), oss);
    let kinds: Vec<KindName> = topology.ancestors(&source).map(|(_, node)| node.kind.name()).collect();
    assert_eq!(kinds, [KindName::DataSource, KindName::Region, KindName::Account]);
}

#[test]
fn new_networks_take_blocks_that_are_free() {
    let (topology, first) = with(&Topology::default(), PaletteItem::Node(KindName::Vpc));
    let (topology, second) = with(&topology, PaletteItem::Node(KindName::Vpc));
    let blocks = |id: &Id| topology.node(id).unwrap().kind.cidrs().unwrap()[0].to_string();
    assert_eq!((blocks(&first), blocks(&second)), ("10.1.0.0/16".to_owned(), "10.2.0.0/16".to_owned()));
    let (topology, _) = with(&topology, PaletteItem::Node(KindName::VSwitch));
    let (topology, vswitch) = with(&topology, PaletteItem::Node(KindName::VSwitch));
    let Kind::VSwitch(facts) = &topology.node(&vswitch).unwrap().kind else { panic!("a vSwitch") };
    assert_eq!(facts.cidr.unwrap().to_string(), "10.1.1.0/24");
}

#[test]
fn the_second_region_of_an_account_is_another_one() {
    let (topology, _) = with(&Topology::default(), PaletteItem::Node(KindName::Region));
    let (topology, _) = with(&topology, PaletteItem::Node(KindName::Region));
    let regions = topology.nodes.values().filter_map(|node| match &node.kind {
        Kind::Region(place) => Some(place.region.as_str()),
        _ => None,
    });
    assert_eq!(regions.collect::<Vec<_>>(), ["cn-hangzhou", "cn-shanghai"]);
}

#[test]
fn what_the_user_runs_has_no_whitelist_at_first() {
    let (topology, source) =
        with(&Topology::default(), PaletteItem::Source(Product::from_key("self_managed_mysql").unwrap()));
    assert_eq!(topology.data_source(&source).unwrap().whitelist, Some(Whitelist::None));
    let (topology, center) = with(&topology, PaletteItem::Node(KindName::DataCenter));
    let oracle = PaletteItem::Source(Product::from_key("oracle").unwrap());
    let added = addition(&topology, oracle, &[center].into()).unwrap();
    let Edit::PutNode { node, .. } = &added.edit else { panic!("one node") };
    let Kind::DataSource(facts) = &node.kind else { panic!("a data source") };
    assert_eq!(facts.whitelist, None, "what guards it there is asked");
}

#[test]
fn a_group_goes_into_the_region_of_what_is_selected_and_a_connection_takes_the_selected_networks() {
    let (topology, vpc) = with(&Topology::default(), PaletteItem::Node(KindName::Vpc));
    let selected: Selection = [vpc.clone()].into();
    let group = addition(&topology, PaletteItem::Group(GroupKind::Serverless), &selected).unwrap();
    let Edit::PutNode { node, .. } = &group.edit else { panic!("one node") };
    assert_eq!(node.parent.as_ref(), topology.enclosing(&vpc, KindName::Region));
    let joined = addition(&topology, PaletteItem::Connection(ConnectionKind::Cen), &selected).unwrap();
    let Edit::PutConnection { connection, .. } = &joined.edit else { panic!("a connection") };
    assert_eq!(connection.attachments[0].network, vpc);
}

fn drawn() -> Document {
    let text = r#"{"reachplan":1,"title":"","nodes":[{"id":"a","kind":"account"},
        {"id":"r","kind":"region","in":"a","region":"cn-hangzhou"},{"id":"v","kind":"vpc","in":"r"},
        {"id":"w","kind":"vswitch","in":"v","zone":"b"},{"id":"x","kind":"vswitch","in":"v","note":"old"},
        {"id":"d","kind":"data_source","in":"w","product":"rds_mysql","whitelist":["127.0.0.1"]},
        {"id":"e","kind":"data_source","in":"x","product":"rds_mysql","whitelist":["10.0.0.0/8"]}],
        "connections":[{"id":"c","kind":"cen","attachments":[{"network":"v"}]}]}"#;
    crate::wire::read(text).unwrap()
}

#[test]
fn only_what_fits_can_be_added_to_a_place() {
    let topology = drawn().topology;
    let into = |place: &str| fitting(&topology, Some(&Id::parse(place).unwrap()));
    assert!(into("v").contains(&PaletteItem::Node(KindName::VSwitch)));
    assert!(into("v").contains(&PaletteItem::Connection(ConnectionKind::VpcPeering)));
    assert!(!into("v").iter().any(|item| matches!(item, PaletteItem::Group(_))));
    assert!(into("w").iter().all(|item| matches!(item, PaletteItem::Source(_))));
    assert!(into("r").contains(&PaletteItem::Group(GroupKind::Serverless)));
    assert!(fitting(&topology, None).contains(&PaletteItem::Node(KindName::DataCenter)));
    assert!(!fitting(&topology, None).contains(&PaletteItem::Node(KindName::Vpc)));
}

#[test]
fn several_elements_share_the_fields_that_all_of_them_have() {
    let document = drawn();
    let of = |ids: &[&str]| ids.iter().map(|id| Id::parse(id).unwrap()).collect::<Selection>();
    let values = |field: CommonField, ids: &[&str]| field.values(&document.topology, &of(ids));
    assert_eq!(values(CommonField::Product, &["d", "e"]).unwrap(), ["rds_mysql"]);
    assert_eq!(values(CommonField::Product, &["d", "w"]), None);
    assert_eq!(values(CommonField::Zone, &["w", "x"]).unwrap(), ["b", ""]);
    assert_eq!(values(CommonField::Note, &["d", "w", "a"]).unwrap(), [""]);
    assert_eq!(values(CommonField::State, &["c"]).unwrap(), ["in_service"]);
    assert_eq!(values(CommonField::State, &["c", "w"]), None);

    let product = Product::from_key("rds_postgresql").unwrap();
    let edit = CommonField::Product.edit(&document.topology, &of(&["d", "e"]), product.key());
    let after = document.with(&edit);
    for id in ["d", "e"] {
        assert_eq!(after.topology.data_source(&Id::parse(id).unwrap()).unwrap().product, product);
    }
    let listed = |id: &str| after.topology.data_source(&Id::parse(id).unwrap()).unwrap().whitelist.clone();
    assert_eq!(listed("e"), Some(Whitelist::Entries(vec![crate::topology::Entry::new("10.0.0.0/8")])));
    let planned = document.with(&CommonField::State.edit(&document.topology, &of(&["c"]), "planned"));
    assert_eq!(CommonField::State.values(&planned.topology, &of(&["c"])).unwrap(), ["planned"]);
}

/// What a reload makes of a session: the document and the history as text, and nothing else.
fn reloaded(session: &mut Session) -> Session {
    let (text, kept) = session.kept();
    assert_eq!(*text, wire::write(session.document()));
    Session::restored(wire::read(&text).unwrap(), &kept)
}

fn titles(step: impl FnMut() -> Option<String>) -> Vec<String> {
    std::iter::from_fn(step).collect()
}

#[test]
fn history_survives_a_reload_in_both_directions() {
    let mut session = Session::default();
    for text in ["one", "two 二", "three 三三", "four"] {
        session.act(EditName::Title, &title(text), &Selection::new()).unwrap();
        // Kept between the edits as well: pieces that are known by then must stay true.
        session = if text == "two 二" { reloaded(&mut session) } else { session };
    }
    session.undo(&Selection::new()).unwrap();
    session.kept();
    session.undo(&Selection::new()).unwrap();
    let mut session = reloaded(&mut session);
    assert_eq!(session.document().title, "two 二");
    let mut back = session.clone();
    let before = titles(|| back.undo(&Selection::new()).map(|_| back.document().title.clone()));
    assert_eq!(before, ["one", ""]);
    let after = titles(|| session.redo(&Selection::new()).map(|_| session.document().title.clone()));
    assert_eq!(after, ["three 三三", "four"]);
    let all = titles(|| session.undo(&Selection::new()).map(|_| session.document().title.clone()));
    assert_eq!(all, ["three 三三", "two 二", "one", ""]);
}

#[test]
fn typing_on_after_a_piece_was_kept_does_not_spoil_it() {
    let mut session = Session::default();
    for text in ["a", "ab"] {
        session.act_coalesced("t".to_owned(), EditName::Title, &title(text), &Selection::new()).unwrap();
        session.kept();
    }
    session.act(EditName::Add, &title("ab!"), &Selection::new()).unwrap();
    session.kept();
    session.undo(&Selection::new()).unwrap();
    session.act_coalesced("t".to_owned(), EditName::Title, &title("abc"), &Selection::new()).unwrap();
    let mut session = reloaded(&mut session);
    session.undo(&Selection::new()).unwrap();
    assert_eq!(session.document().title, "");
}

#[test]
fn a_kept_history_ends_where_another_plan_was_opened_and_where_room_ends() {
    let mut session = Session::default();
    session.act(EditName::Title, &title("other"), &Selection::new()).unwrap();
    session.replace(Document { title: "plan".to_owned(), ..Document::default() }, &Selection::new());
    session.act(EditName::Title, &title("plan 2"), &Selection::new()).unwrap();
    let mut kept = reloaded(&mut session);
    assert!(kept.undo(&Selection::new()).is_some());
    assert!(kept.undo(&Selection::new()).is_none(), "{}", kept.document().title);

    let (_, account) = new_node(&Topology::default(), PaletteItem::Node(KindName::Account), None).unwrap();
    let ids: Vec<Id> = (0..400).map(|number| Id::parse(&format!("account-{number}")).unwrap()).collect();
    let put = |id: &Id| Edit::PutNode { id: id.clone(), node: account.clone() };
    for _ in 0..15 {
        let edit = Edit::All(ids.iter().map(put).collect());
        session.act(EditName::Add, &edit, &Selection::new()).unwrap();
        session.act(EditName::Remove, &Edit::Remove(ids.clone()), &Selection::new()).unwrap();
    }
    let (_, kept) = session.kept();
    assert!((KEPT_BYTES / 2..=KEPT_BYTES).contains(&kept.len()), "{}", kept.len());
    let mut kept = Session::restored(session.document().clone(), &kept);
    let steps = std::iter::from_fn(|| kept.undo(&Selection::new())).count();
    assert!((5..30).contains(&steps), "{steps}");
}

#[test]
fn a_damaged_history_costs_its_steps_and_nothing_else() {
    let mut session = Session::default();
    for text in ["one", "two"] {
        session.act(EditName::Title, &title(text), &Selection::new()).unwrap();
    }
    let (_, kept) = session.kept();
    for damaged in [
        "nonsense",
        "< title 5",
        &kept[..kept.len() / 2],
        &kept.replace("title", "x"),
        "< title 9 999999 0 \n\n",
    ] {
        let mut restored = Session::restored(session.document().clone(), damaged);
        while restored.undo(&Selection::new()).is_some() {}
        assert!(restored.undo(&Selection::new()).is_none());
    }
}
