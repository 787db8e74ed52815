//! Evolvable enums: members that are asked for, and many members.

use std::collections::BTreeMap;

use graph_resource::edm::DynamicProperties;
use graph_resource::{GraphEnum, Request, graph_complex, graph_enum, graph_resource, graph_union};
use serde_json::json;

use crate::support::{body, read, rewritten, sent};

#[graph_enum]
pub enum RiskState {
    None,
    AtRisk,
    #[graph(evolved)]
    ConfirmedSafe,
    #[graph(unknown)]
    Unknown(String),
}

/// An enum without members after the sentinel.
#[graph_enum]
pub enum Importance {
    Low,
    High,
    #[graph(unknown)]
    Unknown(String),
}

/// The preferences of a request.
fn preferences(request: &impl Request) -> Vec<String> {
    let request = sent(request);
    let values = request.headers().get_all("prefer").iter();
    values
        .map(|value| value.to_str().unwrap().to_owned())
        .collect()
}

const ASKED: [&str; 1] = ["include-unknown-enum-members"];

#[graph_resource(path = "/risks")]
struct Risk {
    #[graph(key)]
    id: String,
    state: Option<RiskState>,
}

#[test]
fn every_operation_that_answers_the_enum_asks_for_its_evolved_members() {
    assert_eq!(preferences(&Risk::get("1")), ASKED);
    assert_eq!(preferences(&Risk::list()), ASKED);
    assert_eq!(
        preferences(&Risk::update("1").state(RiskState::AtRisk)),
        ASKED
    );
    assert_eq!(preferences(&Risk::create().state(RiskState::AtRisk)), ASKED);
}

#[test]
fn a_preference_of_the_user_stands_beside_that_for_evolved_members() {
    let update = Risk::update("1")
        .state(RiskState::AtRisk)
        .with_return_representation();
    assert_eq!(
        preferences(&update),
        ["include-unknown-enum-members", "return=representation"]
    );
}

#[test]
fn an_evolved_member_is_a_member_like_any_other() {
    assert_eq!(
        (RiskState::HAS_EVOLVED, Importance::HAS_EVOLVED),
        (true, false)
    );
    assert_eq!(
        rewritten::<RiskState>("\"confirmedsafe\""),
        "\"confirmedSafe\""
    );
    assert_eq!(
        body(&Risk::update("1").state(RiskState::ConfirmedSafe)),
        r##"{"@odata.type":"#microsoft.graph.risk","state":"confirmedSafe"}"##
    );
}

/// A resource whose one property has this type, and its `get`.
macro_rules! get_with {
    ($type:ty) => {{
        #[graph_resource(path = "/risks", operations(get))]
        struct Resource {
            #[graph(key)]
            id: String,
            property: $type,
        }

        let read: fn(&Resource) -> &$type = |resource| &resource.property;
        let _ = read;
        Resource::get("1")
    }};
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Details {
    state: Option<RiskState>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct Outer {
    details: Vec<Details>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct Plain {
    importance: Option<Importance>,
    next: Option<Box<Plain>>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    Plain(Plain),
    Outer(Box<Outer>),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[test]
fn evolved_members_are_asked_for_wherever_the_enum_is() {
    assert_eq!(preferences(&get_with!(RiskState)), ASKED);
    assert_eq!(preferences(&get_with!(Vec<RiskState>)), ASKED);
    assert_eq!(
        preferences(&get_with!(Option<Vec<Option<RiskState>>>)),
        ASKED
    );
    assert_eq!(preferences(&get_with!(BTreeMap<String, RiskState>)), ASKED);
    assert_eq!(preferences(&get_with!(Details)), ASKED);
    assert_eq!(preferences(&get_with!(Option<Box<Outer>>)), ASKED);
    assert_eq!(preferences(&get_with!(Vec<Evidence>)), ASKED);
}

#[test]
fn nothing_is_asked_for_where_no_enum_evolved() {
    const NOTHING: [&str; 0] = [];
    assert_eq!(preferences(&get_with!(Importance)), NOTHING);
    assert_eq!(preferences(&get_with!(Option<Plain>)), NOTHING);
    assert_eq!(preferences(&get_with!(Vec<String>)), NOTHING);
    assert_eq!(preferences(&get_with!(DynamicProperties)), NOTHING);
    assert_eq!(preferences(&Risk::delete("1")), ASKED);
}

#[test]
fn members_with_one_name_in_rust_are_told_apart_by_rename() {
    #[graph_enum]
    enum WindowsMalwareCategory {
        Spp,
        #[graph(rename = "malwareSpp")]
        MalwareSpp,
        #[graph(rename = "remote_Control_Software")]
        RemoteControlSoftware,
        #[graph(unknown)]
        Unknown(String),
    }

    for name in ["spp", "malwareSpp", "remote_Control_Software"] {
        let json = json!(name).to_string();
        assert_eq!(rewritten::<WindowsMalwareCategory>(&json), json);
        let member: WindowsMalwareCategory = read(json!(name));
        assert!(WindowsMalwareCategory::MEMBERS.contains(&member.as_str()));
    }
}

macro_rules! enum_of {
    ($($member:ident)*) => {
        #[graph_enum]
        pub enum OperatingSystem {
            $($member,)*
            #[graph(unknown)]
            Unknown(String),
        }
    };
}

#[rustfmt::skip]
enum_of!(
    Os0 Os1 Os2 Os3 Os4 Os5 Os6 Os7 Os8 Os9 Os10 Os11 Os12 Os13 Os14 Os15 Os16 Os17 Os18 Os19 Os20 Os21 Os22 Os23 Os24 Os25
    Os26 Os27 Os28 Os29 Os30 Os31 Os32 Os33 Os34 Os35 Os36 Os37 Os38 Os39 Os40 Os41 Os42 Os43 Os44 Os45 Os46 Os47 Os48 Os49
    Os50 Os51 Os52 Os53 Os54 Os55 Os56 Os57 Os58 Os59 Os60 Os61 Os62 Os63 Os64 Os65 Os66 Os67 Os68 Os69 Os70 Os71 Os72 Os73
    Os74 Os75 Os76 Os77 Os78 Os79 Os80 Os81 Os82 Os83 Os84 Os85 Os86 Os87 Os88 Os89 Os90 Os91 Os92 Os93 Os94 Os95 Os96 Os97
    Os98 Os99 Os100 Os101 Os102 Os103 Os104 Os105 Os106 Os107 Os108 Os109 Os110 Os111 Os112 Os113 Os114 Os115 Os116 Os117
    Os118 Os119 Os120 Os121 Os122 Os123 Os124 Os125 Os126 Os127 Os128 Os129 Os130 Os131 Os132 Os133 Os134 Os135 Os136 Os137
    Os138 Os139 Os140 Os141 Os142 Os143 Os144 Os145 Os146 Os147 Os148 Os149 Os150 Os151 Os152 Os153 Os154 Os155 Os156 Os157
    Os158 Os159 Os160 Os161 Os162 Os163 Os164 Os165 Os166 Os167 Os168 Os169 Os170 Os171 Os172 Os173 Os174 Os175 Os176 Os177
    Os178 Os179 Os180 Os181 Os182 Os183 Os184 Os185 Os186 Os187 Os188 Os189 Os190 Os191 Os192 Os193 Os194 Os195 Os196 Os197
    Os198 Os199 Os200 Os201 Os202 Os203 Os204 Os205 Os206 Os207 Os208 Os209 Os210 Os211 Os212 Os213 Os214 Os215 Os216 Os217
    Os218 Os219 Os220 Os221 Os222 Os223 Os224 Os225 Os226 Os227 Os228 Os229 Os230 Os231 Os232 Os233 Os234 Os235 Os236 Os237
    Os238 Os239 Os240 Os241 Os242 Os243 Os244 Os245 Os246 Os247 Os248 Os249 Os250 Os251 Os252 Os253 Os254 Os255 Os256 Os257
    Os258 Os259 Os260 Os261 Os262 Os263 Os264 Os265 Os266 Os267 Os268 Os269 Os270 Os271 Os272 Os273 Os274 Os275 Os276 Os277
    Os278 Os279 Os280 Os281 Os282 Os283 Os284 Os285 Os286 Os287 Os288 Os289 Os290 Os291 Os292 Os293 Os294 Os295 Os296 Os297
    Os298 Os299 Os300 Os301 Os302 Os303 Os304 Os305 Os306 Os307 Os308 Os309 Os310 Os311 Os312 Os313 Os314 Os315 Os316 Os317
    Os318 Os319 Os320 Os321 Os322 Os323 Os324 Os325 Os326 Os327 Os328 Os329 Os330 Os331 Os332 Os333 Os334 Os335 Os336 Os337
    Os338 Os339 Os340 Os341 Os342 Os343 Os344 Os345 Os346 Os347 Os348 Os349 Os350 Os351 Os352 Os353 Os354 Os355 Os356 Os357
    Os358 Os359 Os360 Os361 Os362 Os363 Os364 Os365 Os366 Os367 Os368 Os369 Os370 Os371 Os372 Os373 Os374 Os375 Os376 Os377
    Os378 Os379 Os380 Os381 Os382 Os383 Os384 Os385 Os386 Os387 Os388 Os389 Os390 Os391 Os392 Os393 Os394 Os395 Os396 Os397
    Os398 Os399 Os400 Os401 Os402 Os403 Os404 Os405 Os406 Os407 Os408 Os409 Os410 Os411 Os412 Os413 Os414 Os415 Os416 Os417
    Os418 Os419 Os420 Os421 Os422 Os423 Os424 Os425 Os426 Os427 Os428 Os429 Os430 Os431 Os432 Os433 Os434 Os435 Os436 Os437
    Os438 Os439 Os440 Os441 Os442 Os443 Os444 Os445 Os446 Os447 Os448 Os449 Os450 Os451 Os452 Os453 Os454 Os455 Os456 Os457
    Os458 Os459 Os460 Os461 Os462 Os463 Os464 Os465 Os466 Os467 Os468 Os469 Os470 Os471 Os472 Os473 Os474 Os475 Os476 Os477
    Os478 Os479 Os480 Os481 Os482 Os483 Os484 Os485 Os486 Os487 Os488 Os489 Os490 Os491 Os492 Os493 Os494 Os495 Os496 Os497
    Os498 Os499 Os500 Os501 Os502 Os503 Os504 Os505 Os506 Os507 Os508 Os509 Os510 Os511 Os512 Os513 Os514 Os515 Os516 Os517
    Os518 Os519 Os520 Os521 Os522 Os523 Os524 Os525 Os526 Os527 Os528 Os529 Os530 Os531 Os532 Os533 Os534 Os535 Os536 Os537
    Os538 Os539 Os540 Os541 Os542 Os543 Os544 Os545 Os546 Os547 Os548 Os549 Os550 Os551 Os552 Os553 Os554 Os555 Os556 Os557
    Os558 Os559 Os560 Os561 Os562 Os563 Os564 Os565 Os566 Os567 Os568 Os569 Os570 Os571 Os572 Os573 Os574 Os575 Os576 Os577
    Os578 Os579 Os580 Os581 Os582 Os583 Os584 Os585 Os586 Os587 Os588 Os589 Os590 Os591 Os592 Os593 Os594 Os595 Os596 Os597
    Os598 Os599 Os600 Os601 Os602 Os603 Os604 Os605 Os606 Os607 Os608 Os609 Os610 Os611 Os612 Os613 Os614 Os615 Os616 Os617
    Os618 Os619 Os620 Os621 Os622 Os623 Os624 Os625 Os626 Os627 Os628 Os629 Os630 Os631 Os632 Os633 Os634 Os635 Os636 Os637
    Os638 Os639 Os640 Os641 Os642 Os643 Os644 Os645 Os646 Os647 Os648 Os649 Os650 Os651 Os652 Os653 Os654 Os655 Os656 Os657
    Os658 Os659 Os660 Os661 Os662 Os663 Os664 Os665 Os666 Os667 Os668 Os669 Os670 Os671 Os672 Os673 Os674 Os675 Os676 Os677
    Os678 Os679 Os680 Os681 Os682 Os683 Os684 Os685 Os686 Os687 Os688 Os689 Os690 Os691 Os692 Os693 Os694 Os695 Os696 Os697
    Os698 Os699 Os700 Os701 Os702 Os703 Os704 Os705 Os706 Os707 Os708 Os709 Os710 Os711 Os712 Os713 Os714 Os715 Os716 Os717
    Os718 Os719 Os720 Os721 Os722 Os723 Os724 Os725 Os726 Os727 Os728 Os729 Os730 Os731 Os732 Os733 Os734 Os735 Os736 Os737
    Os738 Os739 Os740 Os741 Os742 Os743 Os744 Os745 Os746 Os747 Os748 Os749 Os750 Os751 Os752 Os753 Os754 Os755 Os756 Os757
    Os758 Os759 Os760 Os761 Os762 Os763 Os764 Os765 Os766 Os767 Os768 Os769 Os770 Os771 Os772 Os773 Os774 Os775 Os776 Os777
    Os778 Os779 Os780 Os781 Os782 Os783 Os784 Os785 Os786 Os787 Os788 Os789 Os790 Os791 Os792 Os793 Os794 Os795 Os796 Os797
    Os798 Os799 Os800 Os801 Os802 Os803 Os804 Os805 Os806 Os807 Os808 Os809 Os810 Os811 Os812 Os813 Os814 Os815 Os816 Os817
    Os818 Os819 Os820 Os821 Os822 Os823 Os824 Os825
);

#[test]
fn an_enum_may_have_as_many_members_as_the_largest() {
    assert_eq!(OperatingSystem::MEMBERS.len(), 826);
    assert_eq!(OperatingSystem::from_name("os825"), OperatingSystem::Os825);
    assert_eq!(OperatingSystem::from_name("OS400"), OperatingSystem::Os400);
    for name in OperatingSystem::MEMBERS {
        assert_eq!(OperatingSystem::from_name(name).as_str(), *name);
    }
    assert_eq!(
        OperatingSystem::from_name("os826"),
        OperatingSystem::Unknown("os826".to_owned())
    );
}
