//! What must hold of standardised rates, life expectancy, inequality, trends and funnels whatever the numbers.

use super::*;

fn bits_of(limits: Limits) -> (u64, u64) {
    (limits.lower.to_bits(), limits.upper.to_bits())
}

fn sound_limits(limits: Limits) -> bool {
    limits.lower.is_finite() && limits.upper.is_finite() && limits.lower <= limits.upper
}

fn stratum() -> impl Strategy<Value = Stratum> {
    (0_u32..60, 1_u32..50_000, prop_oneof![Just(0_u32), 1_u32..8000]).prop_map(|(o, n, w)| Stratum {
        count: o.into(),
        denominator: n.into(),
        weight: w.into(),
    })
}

/// A population with enough events to standardise, and the same bands in another order.
fn population() -> impl Strategy<Value = (Vec<Stratum>, Vec<Stratum>)> {
    prop::collection::vec(stratum(), 1..20)
        .prop_filter("events that count", |bands| {
            let weighed = bands.iter().filter(|band| band.weight > 0.0).map(|band| band.count).sum::<f64>();
            weighed >= 10.0
        })
        .prop_flat_map(|bands| (Just(bands.clone()), Just(bands).prop_shuffle()))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_standardised_rate_lies_among_its_bands_rates_and_in_its_limits((bands, _) in population(), level in level()) {
        let rate = directly_standardised(&bands).unwrap();
        let rates = || bands.iter().filter(|band| band.weight > 0.0).map(|band| band.count / band.denominator);
        let (least, most) = (rates().fold(f64::MAX, f64::min), rates().fold(0.0, f64::max));
        prop_assert!(least * (1.0 - 1e-12) <= rate.value && rate.value <= most * (1.0 + 1e-12));
        let limits = directly_standardised_limits(&rate, level).unwrap();
        prop_assert!(limits.contains(rate.value) && limits.level == level);
    }

    #[test]
    fn the_order_of_the_bands_changes_no_bit((bands, shuffled) in population(), level in level()) {
        let (rate, other) = (directly_standardised(&bands).unwrap(), directly_standardised(&shuffled).unwrap());
        prop_assert_eq!(rate, other);
        let limits = |rate| bits_of(directly_standardised_limits(rate, level).unwrap());
        prop_assert_eq!(limits(&rate), limits(&other));

        let reference = |bands: &[Stratum]| -> Vec<ReferenceStratum> {
            bands.iter().map(|band| ReferenceStratum {
                denominator: band.denominator, reference_count: band.count, reference_denominator: band.denominator * 7.0,
            }).collect()
        };
        prop_assert_eq!(expected_events(&reference(&bands)), expected_events(&reference(&shuffled)));
    }

    #[test]
    fn more_data_narrow_a_standardised_rate((bands, _) in population(), more in 2.0..10.0, level in level()) {
        let larger: Vec<Stratum> = bands.iter()
            .map(|band| Stratum { count: band.count * more, denominator: band.denominator * more, ..*band }).collect();
        let width = |bands: &[Stratum]| {
            let limits = directly_standardised_limits(&directly_standardised(bands).unwrap(), level).unwrap();
            limits.upper - limits.lower
        };
        prop_assert!(width(&larger) < width(&bands));
    }

    #[test]
    fn events_that_come_in_pairs_are_less_certain_than_single_ones((bands, _) in population(), level in level()) {
        let twice = directly_standardised_repeated(&[Repeats { events_each: 2.0, strata: &bands }]).unwrap();
        let doubled: Vec<Stratum> = bands.iter().map(|band| Stratum { count: 2.0 * band.count, ..*band }).collect();
        let singly = directly_standardised(&doubled).unwrap();
        prop_assert!((twice.value - singly.value).abs() <= 1e-12 * singly.value);
        let width = |rate| directly_standardised_limits(rate, level).map(|limits| limits.upper - limits.lower).unwrap();
        prop_assert!((width(&twice) / width(&singly) - 2.0_f64.sqrt()).abs() < 1e-9);
    }

    #[test]
    fn a_population_is_as_expected_of_itself((bands, _) in population()) {
        let own: Vec<ReferenceStratum> = bands.iter().map(|band| ReferenceStratum {
            denominator: band.denominator, reference_count: band.count, reference_denominator: band.denominator,
        }).collect();
        let observed = observed_events(&bands.iter().map(|band| band.count).collect::<Vec<_>>()).unwrap();
        let ratio = indirectly_standardised_ratio(observed, &expected_events(&own).unwrap()).unwrap();
        prop_assert!((ratio - 1.0).abs() < 1e-12);
    }

    #[test]
    fn quantiles_by_rank_go_with_their_values((values, places) in shuffled(), groups in 1_u8..12) {
        let some = |values: &[f64]| values.iter().copied().map(Some).collect::<Vec<_>>();
        for first in [QuantileOne::Lowest, QuantileOne::Highest] {
            let found = ranked_quantiles(&some(&values), groups, first);
            let other: Vec<f64> = places.iter().map(|place| values[*place]).collect();
            let moved: Vec<_> = places.iter().map(|place| found[*place]).collect();
            prop_assert_eq!(moved, ranked_quantiles(&some(&other), groups, first));
            prop_assert!(found.iter().flatten().all(|quantile| (1..=groups).contains(quantile)));
        }
        let turned: Vec<f64> = values.iter().map(|value| -value).collect();
        let there = ranked_quantiles(&some(&values), groups, QuantileOne::Lowest);
        prop_assert_eq!(there, ranked_quantiles(&some(&turned), groups, QuantileOne::Highest));
    }
}

// ---- life expectancy -------------------------------------------------------------------------------------------------

/// A life table to 90, or to 85, with death rates that rise with age.
fn life_bands() -> impl Strategy<Value = (Vec<LifeBand>, OpenBand)> {
    let open = prop_oneof![Just(OpenBand::From85), Just(OpenBand::From90)];
    (prop::collection::vec((600_u32..60_000, 0.2..3.0), 20), open).prop_map(|(people, open)| {
        let last = if open == OpenBand::From85 { 85_u8 } else { 90 };
        let ages = [0, 1].into_iter().chain((5..=last).step_by(5));
        let band = |(from, (people, factor)): (u8, (u32, f64))| {
            let rate = 0.0003 * factor * float::pow(1.09, from.into()).min(100.0);
            let population = f64::from(people);
            LifeBand { from, deaths: (population * rate).floor() + f64::from(u8::from(from == last)), population }
        };
        (ages.zip(people).map(band).collect(), open)
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_life_expectancy_falls_by_less_than_the_years_lived((bands, open) in life_bands(), level in level()) {
        let all = life_expectancy(&bands, open).unwrap();
        let all: Vec<LifeExpectancy> = all.into_iter().flatten().collect();
        for pair in all.windows(2) {
            let years = f64::from(pair[1].age - pair[0].age);
            prop_assert!(pair[0].value <= pair[1].value + years + 1e-9, "{:?}", pair);
        }
        for one in all {
            let limits = life_expectancy_limits(&one, level).unwrap();
            prop_assert!(one.value > 0.0 && limits.contains(one.value));
        }
    }

    #[test]
    fn more_people_narrow_a_life_expectancy((bands, open) in life_bands(), more in 2_u8..9) {
        let larger: Vec<LifeBand> = bands.iter().map(|band| LifeBand {
            deaths: band.deaths * f64::from(more), population: band.population * f64::from(more), ..*band
        }).collect();
        let at_birth = |bands: &[LifeBand]| life_expectancy(bands, open).unwrap()[0].unwrap();
        let (few, many) = (at_birth(&bands), at_birth(&larger));
        prop_assert!((few.value - many.value).abs() < 1e-9);
        prop_assert!(many.standard_error < few.standard_error);
    }
}

// ---- inequality ------------------------------------------------------------------------------------------------------

const MODELS: [InequalityModel; 5] = [
    InequalityModel::Other,
    InequalityModel::Rate,
    InequalityModel::LogRate,
    InequalityModel::Proportion,
    InequalityModel::LogitProportion,
];

/// Groups whose values fit every model, with errors on the scale of the value and on the transformed ones.
fn social_groups() -> impl Strategy<Value = Vec<SocialGroup>> {
    let group = (1_u32..60_000, 0.2..0.6, 0.005..0.08).prop_map(|(n, value, standard_error)| SocialGroup {
        population: n.into(),
        value,
        standard_error,
    });
    prop::collection::vec(group, 5..11)
}

fn in_model(groups: &[SocialGroup], model: InequalityModel) -> Vec<SocialGroup> {
    let part = if model == InequalityModel::Other { 0.3 } else { 1.0 };
    groups.iter().map(|group| SocialGroup { standard_error: part * group.standard_error, ..*group }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..config() })]

    #[test]
    fn slope_and_ratio_agree_in_direction_and_lie_in_their_limits(groups in social_groups(), level in level()) {
        for model in MODELS {
            let line = inequality_line(&in_model(&groups, model), model).unwrap();
            let slope = line.slope_index().unwrap();
            let limits = line.slope_index_limits(level).unwrap();
            prop_assert!(limits.contains(slope), "{:?}: {} in {:?}", model, slope, limits);
            if let (Ok(ratio), Ok(limits)) = (line.relative_index(), line.relative_index_limits(level)) {
                prop_assert!((ratio > 1.0) == (slope > 0.0));
                prop_assert!(limits.contains(ratio), "{:?}: {} in {:?}", model, ratio, limits);
            }
        }
    }

    #[test]
    fn read_the_other_way_the_slope_turns_and_the_ratio_turns_over(groups in social_groups(), level in level()) {
        for model in MODELS {
            let line = inequality_line(&in_model(&groups, model), model).unwrap();
            let back = line.clone().reversed();
            prop_assert_eq!(back.slope_index().unwrap(), -line.slope_index().unwrap());
            let (there, turned) = (line.slope_index_limits(level).unwrap(), back.slope_index_limits(level).unwrap());
            prop_assert_eq!((turned.lower, turned.upper), (-there.upper, -there.lower));
            if let (Ok(ratio), Ok(turned)) = (line.relative_index(), back.relative_index()) {
                prop_assert!((ratio * turned - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn smaller_errors_narrow_the_slope(groups in social_groups(), level in level()) {
        for model in MODELS {
            let width = |part: f64| {
                let finer: Vec<SocialGroup> = in_model(&groups, model).into_iter()
                    .map(|group| SocialGroup { standard_error: part * group.standard_error, ..group }).collect();
                let limits = inequality_line(&finer, model).unwrap().slope_index_limits(level).unwrap();
                limits.upper - limits.lower
            };
            prop_assert!(width(0.5) < width(1.0));
        }
    }

    /// The inverted characteristic function against the normal it must be close to when errors are small.
    #[test]
    fn small_errors_make_every_model_nearly_normal(groups in social_groups()) {
        let fine: Vec<SocialGroup> =
            groups.iter().map(|group| SocialGroup { standard_error: 1e-4 * group.standard_error, ..*group }).collect();
        let on_its_own: Vec<SocialGroup> =
            fine.iter().map(|group| SocialGroup { standard_error: group.value * group.standard_error, ..*group }).collect();
        let rate = inequality_line(&fine, InequalityModel::Rate).unwrap();
        let other = inequality_line(&on_its_own, InequalityModel::Other).unwrap();
        let (a, b) = (rate.slope_index_limits(Level::P95).unwrap(), other.slope_index_limits(Level::P95).unwrap());
        prop_assert!((a.lower - b.lower).abs() < 1e-3 * (b.upper - b.lower));
        if let (Ok(a), Ok(b)) = (rate.relative_index_limits(Level::P95), other.relative_index_limits(Level::P95)) {
            prop_assert!((a.upper - b.upper).abs() < 1e-3 * (b.upper - b.lower));
        }
    }
}

// ---- trends ----------------------------------------------------------------------------------------------------------

fn counted_points() -> impl Strategy<Value = (Vec<CountedPoint>, Vec<CountedPoint>)> {
    let point = (1_u32..500, 501_u32..20_000);
    prop::collection::vec(point, 5..9)
        .prop_map(|points| {
            let point = |(period, (o, n)): (i32, (u32, u32))| CountedPoint {
                period,
                count: Some(o.into()),
                denominator: Some(n.into()),
            };
            (2015..).zip(points).map(point).collect::<Vec<_>>()
        })
        .prop_flat_map(|points| (Just(points.clone()), Just(points).prop_shuffle()))
}

fn estimated_points(points: &[CountedPoint]) -> Vec<EstimatedPoint> {
    let point = |point: &CountedPoint| {
        let (o, n) = (point.count.unwrap(), point.denominator.unwrap());
        EstimatedPoint { period: point.period, value: Some(o / n), interval: rate_interval(o, n, Level::P95).ok() }
    };
    points.iter().map(point).collect()
}

fn opposite(trend: Trend) -> Trend {
    match trend {
        Trend::Increasing => Trend::Decreasing,
        Trend::Decreasing => Trend::Increasing,
        Trend::NoSignificantChange => Trend::NoSignificantChange,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_order_of_the_points_changes_no_trend((points, shuffled) in counted_points()) {
        prop_assert_eq!(recent_trend_of_proportion(&points), recent_trend_of_proportion(&shuffled));
        prop_assert_eq!(recent_trend(&estimated_points(&points)), recent_trend(&estimated_points(&shuffled)));
    }

    #[test]
    fn counting_those_without_turns_the_trend((points, _) in counted_points()) {
        let without: Vec<CountedPoint> = points.iter()
            .map(|point| CountedPoint { count: point.denominator.zip(point.count).map(|(n, o)| n - o), ..*point }).collect();
        let (found, turned) =
            (recent_trend_of_proportion(&points).unwrap(), recent_trend_of_proportion(&without).unwrap());
        prop_assert_eq!((turned.trend, turned.reason), (opposite(found.trend), found.reason));
        prop_assert!((found.chi_squared - turned.chi_squared).abs() <= 1e-6 * (1.0 + found.chi_squared));
    }

    #[test]
    fn when_all_is_counted_from_another_year_nothing_changes((points, _) in counted_points(), by in -4000..4000) {
        let moved: Vec<CountedPoint> =
            points.iter().map(|point| CountedPoint { period: point.period + by, ..*point }).collect();
        prop_assert_eq!(recent_trend_of_proportion(&points), recent_trend_of_proportion(&moved));
    }

    #[test]
    fn a_trend_that_gets_better_gets_worse_the_other_way(trend in prop_oneof![
        Just(Trend::Increasing), Just(Trend::Decreasing), Just(Trend::NoSignificantChange),
    ]) {
        prop_assert_eq!(trend.judged(Polarity::HighIsGood), opposite(trend).judged(Polarity::LowIsGood));
        let plain = trend.judged(Polarity::NoJudgement);
        prop_assert!(!matches!(plain, TrendJudgement::GettingBetter | TrendJudgement::GettingWorse));
    }

    #[test]
    fn what_is_missing_or_twice_there_is_said((points, _) in counted_points(), at in 0_usize..5) {
        let last = points.len() - 1 - at;
        let mut gap = points.clone();
        gap[last].count = None;
        prop_assert_eq!(recent_trend_of_proportion(&gap), Err(Rejection::MissingValue));
        let mut none = points.clone();
        none[last].count = Some(0.0);
        prop_assert_eq!(recent_trend_of_proportion(&none), Err(Rejection::EndOfScale));
        let mut bare = estimated_points(&points);
        bare[last].interval = None;
        prop_assert_eq!(recent_trend(&bare), Err(Rejection::MissingLimits));
        prop_assert_eq!(published_recent_trend(&bare), Err(Rejection::MissingLimits));
        let mut twice = points.clone();
        twice.push(points[last]);
        prop_assert_eq!(recent_trend_of_proportion(&twice), Err(Rejection::DuplicatePeriods));
        prop_assert_eq!(recent_trend_of_proportion(&points[..4]), Err(Rejection::TooFewValues));
    }
}

// ---- funnels ---------------------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(config())]

    #[test]
    fn funnel_limits_hold_the_average_and_widen_as_n_falls(
        average in 0.001..0.999, n in 2.0..1e6, events in 2.0..5000.0, level in level(),
    ) {
        let of = |n| funnel_limits_of_proportion(average, n, level).unwrap();
        let (small, large) = (of(n / 2.0), of(n));
        prop_assert!(small.lower <= large.lower && large.upper <= small.upper);
        prop_assert!(large.lower < average && average < large.upper);

        let of = |events| funnel_limits_of_ratio(events, level).unwrap();
        let (small, large) = (of(events / 2.0), of(events));
        prop_assert!(small.lower < large.lower && large.upper < small.upper);
        prop_assert!(large.lower < 1.0 && 1.0 < large.upper);
    }

    #[test]
    fn beyond_the_wide_limits_is_beyond_the_narrow_ones(average in 0.01..0.99, n in 1.0..1e5, share in 0.0..=1.0) {
        let count = n * share;
        let found = funnel_significance_of_proportion(count, n, average).unwrap();
        let narrow = funnel_limits_of_proportion(average, n, Level::P95).unwrap();
        let inside = narrow.lower <= count / n && count / n <= narrow.upper;
        prop_assert_eq!(inside, found.significance == Significance::NotDifferent);
        prop_assert_eq!(inside, found.level.is_none());
    }

    #[test]
    fn counting_those_without_mirrors_the_funnel(average in 0.01..0.99, n in 1_u32..10_000, share in 0.0_f64..=1.0) {
        let (count, n) = ((f64::from(n) * share).floor(), f64::from(n));
        let level = |limits: FunnelLimits| (limits.lower, limits.upper);
        let (lower, upper) = level(funnel_limits_of_proportion(average, n, Level::P95).unwrap());
        let (without_lower, without_upper) = level(funnel_limits_of_proportion(1.0 - average, n, Level::P95).unwrap());
        prop_assert!((lower - (1.0 - without_upper)).abs() < 1e-12 && (upper - (1.0 - without_lower)).abs() < 1e-12);
        prop_assert!(funnel_significance_of_proportion(count, n, average).is_ok());
    }

    #[test]
    fn an_axis_has_a_hundred_rising_places_that_reach_its_points(sizes in prop::collection::vec(1.0..1e6, 1..40)) {
        let greatest = sizes.iter().copied().fold(0.0, f64::max);
        let mut turned = sizes.clone();
        turned.reverse();
        let axis = funnel_axis_of_proportions(&sizes).unwrap();
        prop_assert_eq!(&axis, &funnel_axis_of_proportions(&turned).unwrap());
        for axis in [&axis, &funnel_axis_of_ratios(&sizes).unwrap(), &funnel_axis_of_rates(&sizes, 1.0, 1.0).unwrap()] {
            prop_assert_eq!(axis.len(), 100);
            prop_assert!(axis.windows(2).all(|pair| pair[0] < pair[1]) && axis[0] >= 1.0);
        }
        prop_assert!(axis[99] >= greatest);
    }
}

// ---- anything at all in, never NaN or infinity out -------------------------------------------------------------------

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..config() })]

    #[test]
    fn rates_of_anything_are_finite_or_refused(v in prop::array::uniform6(anything()), level in level()) {
        let [a, b, c, d, e, f] = v;
        let strata = [Stratum { count: a, denominator: b, weight: c }, Stratum { count: d, denominator: e, weight: f }];
        let repeats = [Repeats { events_each: 1.0, strata: &strata }, Repeats { events_each: f, strata: &strata }];
        for rate in [directly_standardised(&strata), directly_standardised_repeated(&repeats)].into_iter().flatten() {
            prop_assert!(rate.value.is_finite() && rate.count.is_finite() && rate.denominator.is_finite());
            prop_assert!(directly_standardised_limits(&rate, level).map_or(true, sound_limits));
            prop_assert!(rate.scaled(a).map_or(true, |rate| rate.value.is_finite()));
        }
        let reference = [ReferenceStratum { denominator: a, reference_count: b, reference_denominator: c }];
        let raw = Expected { events: e, reference_rate: f };
        for expected in expected_events(&reference).into_iter().chain([raw]) {
            prop_assert!(indirectly_standardised_rate(d, &expected).map_or(true, f64::is_finite));
            prop_assert!(indirectly_standardised_rate_interval(d, &expected, level).map_or(true, sound));
        }
        prop_assert!(observed_events(&v).map_or(true, f64::is_finite));
        ranked_quantiles(&v.map(Some), 3, QuantileOne::Highest);
    }

    #[test]
    fn funnels_of_anything_are_finite_or_refused(v in prop::array::uniform6(anything()), level in level()) {
        let [a, b, c, d, e, f] = v;
        let limits = [
            funnel_limits_of_proportion(a, b, level), funnel_limits_of_ratio(a, level), funnel_limits_of_rate(a, b, level),
        ];
        prop_assert!(limits.into_iter().flatten().all(|l| l.lower.is_finite() && l.upper.is_finite() && l.lower <= l.upper));
        let numbers = [
            funnel_average_of_proportions(&[(a, b), (c, d)]), funnel_average_of_rates(&[(a, b), (c, d)]),
            funnel_denominator(a, b, Some(c)), funnel_denominator(a, b, None),
        ];
        prop_assert!(numbers.into_iter().flatten().all(f64::is_finite));
        for kind in [RateKind::Crude, RateKind::DirectlyStandardised] {
            if let Ok(point) = funnel_point(kind, a, b, Some(c), d) {
                prop_assert!(point.value.is_finite() && point.yearly_denominator.is_finite());
            }
            let _ = funnel_significance_of_rate(kind, a, b, Some(c), d);
        }
        let axes = [funnel_axis_of_proportions(&v), funnel_axis_of_ratios(&[a, b]), funnel_axis_of_rates(&[a, b], c, d)];
        prop_assert!(axes.into_iter().flatten().flatten().all(f64::is_finite));
        let _ = (funnel_significance_of_proportion(a, b, c), funnel_significance_of_ratio(e, f));
    }

    #[test]
    fn trends_of_anything_are_finite_or_refused(
        points in prop::collection::vec((any::<i32>(), anything(), anything(), anything()), 0..8),
    ) {
        let counted: Vec<CountedPoint> = points.iter()
            .map(|(period, a, b, _)| CountedPoint { period: *period, count: Some(*a), denominator: Some(*b) }).collect();
        let estimated: Vec<EstimatedPoint> = points.iter()
            .map(|(period, value, lower, upper)| EstimatedPoint {
                period: *period, value: Some(*value),
                interval: Some(Interval { lower: *lower, upper: *upper, level: Level::P95, method: Method::Published }),
            })
            .collect();
        let found = [recent_trend_of_proportion(&counted), recent_trend(&estimated), published_recent_trend(&estimated)];
        prop_assert!(found.into_iter().flatten().all(|t| t.slope.is_finite() && t.chi_squared.is_finite()));
    }

    #[test]
    fn life_tables_of_anything_are_finite_or_refused(
        (mut bands, open) in life_bands(), at in 0_usize..19, deaths in anything(), population in anything(),
    ) {
        bands[at] = LifeBand { deaths, population, ..bands[at] };
        for one in life_expectancy(&bands, open).into_iter().flatten().flatten() {
            prop_assert!(one.value.is_finite() && one.standard_error.is_none_or(f64::is_finite));
            prop_assert!(life_expectancy_limits(&one, Level::P998).map_or(true, sound_limits));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..config() })]

    #[test]
    fn slopes_of_anything_are_finite_or_refused(
        mut groups in social_groups(), at in 0_usize..5, v in prop::array::uniform3(anything()), level in level(),
    ) {
        groups[at] = SocialGroup { population: v[0], value: v[1], standard_error: v[2] };
        for model in MODELS {
            prop_assert!(model.standard_error(v[0], v[1], level).map_or(true, f64::is_finite));
            for line in inequality_line(&groups, model).into_iter().flat_map(|line| [line.clone(), line.reversed()]) {
                let numbers = [line.slope_index(), line.relative_index(), line.most_deprived_end()];
                prop_assert!(numbers.into_iter().flatten().all(f64::is_finite));
                let limits = [line.slope_index_limits(level), line.relative_index_limits(level)];
                prop_assert!(limits.into_iter().flatten().all(sound_limits));
            }
        }
    }
}
