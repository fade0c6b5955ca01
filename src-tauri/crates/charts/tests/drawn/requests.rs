//! What must hold for every chart, and small requests to vary.

use charts::{
    Balance, BalancePoint, Bucket, BurnDown, Chart, Fill, Lane, LaneItem, Part, RemainingPoint, Role, Series,
    TimeTick, Timeline, Usage, ValueTicks, style_sheet,
};

/// Labels that break careless layouts.
pub const HARD_LABELS: [&str; 7] = [
    "",
    "通用文字识别高级版套餐包一百万次调用有效期十二个月",
    "حزمة التعرف الضوئي على الحروف لمليون استدعاء",
    "<script>alert(\"a & b\")</script>",
    "line\nbreak\u{0}and\u{2028}more",
    "an extraordinarily long label that nobody would write but that some machine will produce one day",
    "👩‍👩‍👧‍👦 e\u{301}\u{301}\u{301} \u{202E}reversed",
];

/// Asserts what holds for every chart.
pub fn assert_sound(chart: &Chart) {
    assert!(chart.svg.starts_with(&format!(
        "<svg class=\"chart\" viewBox=\"0 0 {} {}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" direction=\"ltr\">",
        chart.width, chart.height
    )));
    assert_well_formed(&chart.svg);
    assert_themed(&chart.svg);
    let (width, height) = (chart.width.cast_signed(), chart.height.cast_signed());
    let plot = chart.plot;
    assert!(0 <= plot.left && plot.left < plot.right && plot.right <= width, "{plot:?}");
    assert!(0 <= plot.top && plot.top < plot.bottom && plot.bottom <= height, "{plot:?}");
    for point in &chart.points {
        assert!((0..=width).contains(&point.x) && (0..=height).contains(&point.y), "{point:?}");
    }
    assert!(chart.points.windows(2).all(|pair| pair[0].x <= pair[1].x), "points are ordered by x");
}

/// Tags close in order, and text holds no markup and no control characters.
fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    for piece in svg.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { panic!("a tag does not end: {piece}") };
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed)),
            None if tag.ends_with('/') => {}
            None => open.push(name),
        }
        assert!(!text.contains('>'), "{text}");
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        assert!(!text.replace(['\n'], "").contains('\u{2028}'), "{text:?}");
    }
    assert_eq!(open, Vec::<&str>::new());
}

/// Colours, fonts and sizes are the page's; classes are those the style sheet knows.
fn assert_themed(svg: &str) {
    let known = style_sheet();
    for tag in svg.split('<').skip(1).filter_map(|piece| piece.split('>').next()) {
        for forbidden in [" style=", " font-family=", " id=", " href=", "=\"#"] {
            assert!(!tag.contains(forbidden), "{tag}");
        }
        for key in ["fill", "stroke"] {
            let colour = tag.split(&format!(" {key}=\"")).nth(1).and_then(|rest| rest.split('"').next());
            assert!(colour.is_none_or(|colour| colour == "none"), "{tag}");
        }
        let classes =
            tag.split(" class=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        for class in
            classes.split(' ').filter(|class| !class.is_empty() && !["dashed", "dotted"].contains(class))
        {
            assert!(known.contains(&format!(".{class} ")), "{class} in {tag}");
        }
    }
}

/// A repeatable sequence of numbers that look random.
pub fn numbers(seed: u64) -> impl Iterator<Item = u64> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    })
}

pub fn plain(value: u64) -> String {
    value.to_string()
}

pub fn signed(value: i64) -> String {
    value.to_string()
}

pub fn bucket(index: usize, amounts: &[u64]) -> Bucket {
    let part = |(series, amount): (usize, &u64)| Part { series, amount: *amount, text: amount.to_string() };
    Bucket {
        label: format!("hour {index}"),
        axis_label: Some(index.to_string()),
        parts: amounts.iter().enumerate().map(part).collect(),
        day_border: index.is_multiple_of(24),
        unsettled: false,
        total_text: amounts.iter().map(|amount| u128::from(*amount)).sum::<u128>().to_string(),
    }
}

pub fn usage(buckets: Vec<Bucket>, names: &[&str]) -> Usage<'static> {
    let roles = [Role::Chart1, Role::Chart2, Role::Now];
    let fills = [Fill::Solid, Fill::Tint, Fill::Outline];
    let series = names.iter().enumerate().map(|(index, name)| Series {
        name: (*name).to_owned(),
        role: roles[index % 3],
        fill: fills[index % 3],
    });
    Usage {
        width: 480,
        height: 200,
        buckets,
        series: series.collect(),
        marks: Vec::new(),
        y_ticks: ValueTicks::Computed(&plain),
    }
}

pub fn balance_point(at: i64, cents: i64) -> BalancePoint {
    BalancePoint { at, cents, label: format!("at {at}"), value: cents.to_string() }
}

pub fn balance(points: &[(i64, i64)], now_at: i64) -> Balance<'static> {
    Balance {
        width: 480,
        height: 200,
        points: points.iter().map(|(at, cents)| balance_point(*at, *cents)).collect(),
        name: "Balance".to_owned(),
        ahead: Vec::new(),
        ahead_name: String::new(),
        cone: Vec::new(),
        thresholds: Vec::new(),
        marks: Vec::new(),
        now_at,
        now_label: "Now".to_owned(),
        x_ticks: vec![TimeTick { at: now_at, label: "today".to_owned() }],
        y_ticks: ValueTicks::Computed(&signed),
    }
}

pub fn burn_down(points: &[(i64, u64)], total: u64, now_at: i64) -> BurnDown<'static> {
    let point = |(at, remaining): &(i64, u64)| RemainingPoint {
        at: *at,
        remaining: *remaining,
        label: format!("at {at}"),
        value: remaining.to_string(),
    };
    BurnDown {
        width: 480,
        height: 200,
        from: 0,
        until: 1_000,
        total,
        points: points.iter().map(point).collect(),
        name: "Remaining".to_owned(),
        ahead: Vec::new(),
        ahead_name: String::new(),
        cone: Vec::new(),
        even_name: "Even use".to_owned(),
        expiry_label: "Expires".to_owned(),
        marks: Vec::new(),
        alert: None,
        now_at,
        now_label: "Now".to_owned(),
        x_ticks: Vec::new(),
        y_ticks: ValueTicks::Computed(&plain),
    }
}

pub fn item(at: i64, until: Option<i64>, label: &str) -> LaneItem {
    LaneItem { at, until, label: label.to_owned(), value: format!("at {at}"), role: Role::Soon }
}

pub fn timeline(lanes: Vec<(&str, Vec<LaneItem>)>) -> Timeline {
    let lane = |(name, items): (&str, Vec<LaneItem>)| Lane { name: name.to_owned(), items };
    Timeline {
        width: 480,
        from: 0,
        to: 1_000,
        now: 300,
        now_label: "Now".to_owned(),
        lanes: lanes.into_iter().map(lane).collect(),
        x_ticks: vec![
            TimeTick { at: 0, label: "first".to_owned() },
            TimeTick { at: 2_000, label: "off".to_owned() },
        ],
    }
}
