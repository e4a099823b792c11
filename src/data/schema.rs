//! Which column is what, and so what a file is, from its header alone.
//!
//! Headers are folded (ASCII letters and digits only, lower case) and looked up. A mapping given by the publisher goes
//! first. Columns that are neither known nor needed are remembered by name.

use super::words::{among, owned};
use super::{FileKind, Mapping, Meaning, ProblemKind};

/// No column.
const NONE: u16 = u16::MAX;

/// The header of one file, understood.
#[derive(Debug, Clone)]
pub struct Schema {
    pub kind: FileKind,
    pub headers: Vec<String>,
    at: [u16; Meaning::ALL.len()],
    /// The header says that its years are academic years.
    pub academic: bool,
    /// In a neighbour table: the columns of the neighbours, nearest first.
    pub neighbours: Vec<u16>,
    pub unknown: Vec<String>,
    /// What was odd about the header: kind, column, found.
    pub oddities: Vec<(ProblemKind, String, String)>,
}

/// How sure a header is of its meaning. A weak one gives way to a strong one without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Strong(Meaning),
    Weak(Meaning),
    /// Known and not needed.
    Needless,
}

impl Schema {
    /// Reads a header.
    pub fn of(headers: Vec<String>, mapping: &Mapping) -> Schema {
        let folded: Vec<String> = headers.iter().map(|header| folded(header)).collect();
        let mut schema = Schema {
            kind: FileKind::Unrecognised,
            headers,
            at: [NONE; Meaning::ALL.len()],
            academic: folded.iter().any(|header| header.starts_with("academicyear")),
            neighbours: Vec::new(),
            unknown: Vec::new(),
            oddities: Vec::new(),
        };
        let has = |name: &str| folded.iter().any(|header| header == name);
        schema.map(&folded, mapping);
        schema.recognise(&folded);
        schema.settle(&folded, &has);
        schema.kind = schema.tell(&folded, &has);
        if schema.kind == FileKind::DhscExtract {
            // Its last two headers are swapped: "CategoryType" holds the category.
            schema.at.swap(Meaning::CategoryType as usize, Meaning::Category as usize);
        }
        if !schema.kind.holds_figures() {
            schema.oddities.clear(); // the mapping and its columns speak of files of figures
        }
        if schema.kind == FileKind::Unrecognised {
            schema.say_what_is_wanting();
        }
        schema
    }

    /// The column of a meaning.
    pub fn column(&self, meaning: Meaning) -> Option<usize> {
        let at = self.at[meaning as usize];
        (at != NONE).then_some(usize::from(at))
    }

    /// The header of a meaning's column, or nothing.
    pub fn header(&self, meaning: Meaning) -> &str {
        self.column(meaning).and_then(|at| self.headers.get(at)).map_or("", String::as_str)
    }

    fn has(&self, meaning: Meaning) -> bool {
        self.at[meaning as usize] != NONE
    }

    fn map(&mut self, folded_headers: &[String], mapping: &Mapping) {
        for (meaning, wanted) in mapping.iter() {
            let fold = folded(wanted);
            let exact = self.headers.iter().position(|header| header == wanted);
            let at = exact.or_else(|| folded_headers.iter().position(|header| !fold.is_empty() && *header == fold));
            match at {
                Some(at) => self.at[meaning as usize] = at as u16,
                None => self.odd(ProblemKind::MappedColumnMissing, meaning.name(), wanted),
            }
        }
    }

    fn odd(&mut self, kind: ProblemKind, column: &str, found: &str) {
        self.oddities.push((kind, owned(column), owned(found)));
    }

    /// Gives each header that is not mapped its meaning: strong claims first, in file order.
    fn recognise(&mut self, folded: &[String]) {
        let mapped = self.at;
        let claims: Vec<Option<Claim>> = folded.iter().map(|header| claim(header)).collect();
        let taken = |at: usize| mapped.contains(&(at as u16));
        for (at, claim) in claims.iter().enumerate() {
            if let Some(Claim::Strong(meaning)) = claim
                && !taken(at)
            {
                match mapped[*meaning as usize] {
                    NONE if self.has(*meaning) => {
                        let header = self.headers[at].clone();
                        self.odd(ProblemKind::RepeatedColumn, &header, meaning.name());
                    }
                    NONE => self.at[*meaning as usize] = at as u16,
                    _ => {} // the mapping names another column
                }
            }
        }
        for (at, claim) in claims.iter().enumerate() {
            match claim {
                Some(Claim::Weak(meaning)) if !taken(at) && !self.has(*meaning) => {
                    self.at[*meaning as usize] = at as u16
                }
                Some(Claim::Weak(_)) | None if !taken(at) && !self.at.contains(&(at as u16)) => {
                    self.unknown.push(self.headers[at].clone());
                }
                _ => {}
            }
        }
    }

    /// Columns whose meaning hangs on the others.
    fn settle(&mut self, folded: &[String], has: &impl Fn(&str) -> bool) {
        use Meaning::*;
        if !self.has(Indicator) && !self.has(IndicatorId) {
            self.shift(Measure, Indicator);
        }
        if has("localauthoritycode") && has("measure") {
            // Oflog: "Code" is the measure's, "Entity_Name" the kind of authority.
            self.claim_named(folded, "code", IndicatorId);
            self.claim_named(folded, "entityname", AreaType);
        }
        if !self.has(AreaCode) && !self.has(AreaName) {
            self.shift(AreaType, AreaName); // a lone "geography"
        }
        if !self.has(AreaCode) && !self.has(AreaName) {
            self.shift(ParentName, AreaName); // a lone "region"
            self.shift(ParentCode, AreaCode);
        }
    }

    fn shift(&mut self, from: Meaning, to: Meaning) {
        if !self.has(to) {
            self.at[to as usize] = std::mem::replace(&mut self.at[from as usize], NONE);
        }
    }

    fn claim_named(&mut self, folded: &[String], name: &str, meaning: Meaning) {
        if let (Some(at), false) = (folded.iter().position(|header| header == name), self.has(meaning)) {
            self.at[meaning as usize] = at as u16;
            let header = &self.headers[at];
            self.unknown.retain(|unknown| unknown != header);
        }
    }

    fn tell(&mut self, folded: &[String], has: &impl Fn(&str) -> bool) -> FileKind {
        use Meaning::*;
        let area = self.has(AreaCode) || self.has(AreaName);
        self.neighbours = neighbour_columns(folded);
        if self.neighbours.len() > 2 && self.has(AreaCode) && !self.has(Value) {
            self.unknown.clear();
            return FileKind::NeighbourTable;
        }
        if has("categoryname") && has("categorytypename") {
            return FileKind::CategoryTable;
        }
        if !self.has(Value) && !self.has(Period) {
            return match () {
                () if self.has(IndicatorId) && (self.has(Polarity) || self.has(ValueType)) => FileKind::IndicatorTable,
                () if self.has(AreaCode) && self.has(AreaName) => FileKind::AreaTable,
                () => FileKind::Unrecognised,
            };
        }
        if !(area && self.has(Value) && self.has(Period)) {
            return FileKind::Unrecognised;
        }
        match () {
            () if has("timeperiod") && has("categorytype") && self.has(IndicatorId) => FileKind::Fingertips,
            () if has("timeperiod") && has("categorytype") => FileKind::FingertipsTable,
            () if has("indicatorid") && has("year") && (has("ageid") || has("sexid")) => FileKind::DhscExtract,
            () if has("areacd") && self.has(Indicator) => FileKind::Ons,
            () if has("localauthoritycode") && has("measure") => FileKind::Oflog,
            () if has("shortdesc") && has("laandregions") => FileKind::Lait,
            () if self.has(Indicator) && self.has(Measure) => FileKind::CouncilTidy,
            () => FileKind::Plain,
        }
    }

    fn say_what_is_wanting(&mut self) {
        let mut all = String::new();
        for header in &self.headers {
            all.push_str(if all.is_empty() { "" } else { ", " });
            all.push_str(header);
        }
        let area = self.has(Meaning::AreaCode) || self.has(Meaning::AreaName);
        let wanting = [
            (area, Meaning::AreaCode),
            (self.has(Meaning::Period), Meaning::Period),
            (self.has(Meaning::Value), Meaning::Value),
        ];
        for (_, meaning) in wanting.into_iter().filter(|(there, _)| !there) {
            self.odd(ProblemKind::UnknownColumns, meaning.name(), &all);
        }
    }
}

/// A header with everything but ASCII letters and digits removed, in lower case. Power BI's "Sum of" goes too.
fn folded(header: &str) -> String {
    let bytes = header.bytes().filter(u8::is_ascii_alphanumeric);
    let folded: String = bytes.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    match folded.strip_prefix("sumof") {
        Some(rest) if !rest.is_empty() => owned(rest),
        _ => folded,
    }
}

/// The columns headed `1`, `2`, … or `SN1`, `SN2`, …
fn neighbour_columns(folded: &[String]) -> Vec<u16> {
    let numbered = |header: &str| {
        let digits = header.strip_prefix("sn").or_else(|| header.strip_prefix("nn")).unwrap_or(header);
        matches!(digits.len(), 1..=2) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    folded.iter().enumerate().filter(|(_, header)| numbered(header)).map(|(at, _)| at as u16).collect()
}

/// What a folded header says it holds.
fn claim(header: &str) -> Option<Claim> {
    if let Some(compared) = header.strip_prefix("comparedto") {
        return Some(match compared.get(..4) {
            Some("engl") => Claim::Strong(Meaning::ComparedToEngland),
            Some("goal") => Claim::Needless,
            _ => Claim::Strong(Meaning::ComparedToParent),
        });
    }
    if among("newdata|ageid|sexid|grouping|areatypecode|hierarchytype|level|frequency", header) {
        return Some(Claim::Needless);
    }
    for (meaning, (strong, weak)) in Meaning::ALL.into_iter().zip(HEADERS) {
        if among(strong, header) {
            return Some(Claim::Strong(meaning));
        }
        if !weak.is_empty() && among(weak, header) {
            return Some(Claim::Weak(meaning));
        }
    }
    geography(header).map(Claim::Weak)
}

/// What the end of a header such as `icb22code` or `LAD23NM` says.
fn geography(header: &str) -> Option<Meaning> {
    const ENDS: [(&str, Meaning); 4] = [
        ("cd", Meaning::AreaCode),
        ("code", Meaning::AreaCode),
        ("nm", Meaning::AreaName),
        ("name", Meaning::AreaName),
    ];
    let (year, meaning) = ENDS.iter().find_map(|(end, meaning)| Some((header.strip_suffix(end)?, *meaning)))?;
    let [letters @ .., tens, ones] = year.as_bytes() else { return None };
    let dated = tens.is_ascii_digit() && ones.is_ascii_digit();
    (dated && letters.len() >= 2 && letters.iter().all(u8::is_ascii_alphabetic)).then_some(meaning)
}

/// The folded headers of each meaning, in its order: those that are sure, and those that give way.
const HEADERS: [(&str, &str); Meaning::ALL.len()] = [
    (
        "areacode|areacd|localauthoritycode|geographycode|gsscode|onscode|newlacode|ladcode|utlacode|icbcode",
        "orgcode|odscode|lacode|lanumber|lanum|code",
    ),
    (
        "areaname|areanm|localauthorityname|laandregions|geographyname|laname",
        "localauthority|icbname|orgname|area|name",
    ),
    ("areatype|geographytype", "geographiclevel|geography"),
    ("parentcode", "regioncode"),
    ("parentname", "regionname|region"),
    ("indicatorid|indicatorcode|shortdesc", ""),
    ("indicator|indicatorname|dataitem", "metric"),
    ("sex", "gender"),
    ("age", "agegroup|ageband"),
    ("categorytype", ""),
    ("category", ""),
    ("timeperiod|period|financialyear|academicyear", "years|year|quarter|month|date"),
    ("value|values|observation|obsvalue", "rate|percentage|percent|score"),
    (
        "lower|lowerci|lowerci95|lowerci950|lowercilimit|lowerci950limit|lowerci95limit|lowerlimit|lower95|lowercl|lowerbound|\
         lowerconfidencelimit|lowerconfidenceinterval|lower95ci|lower95confidencelimit|lci|lci95|lcl|lcl95|l95",
        "",
    ),
    (
        "upper|upperci|upperci95|upperci950|uppercilimit|upperci950limit|upperci95limit|upperlimit|upper95|uppercl|upperbound|\
         upperconfidencelimit|upperconfidenceinterval|upper95ci|upper95confidencelimit|uci|uci95|ucl|ucl95|u95",
        "",
    ),
    ("lowerci998|lowerci998limit|lower998|lower998ci|lci998|lcl998", ""),
    ("upperci998|upperci998limit|upper998|upper998ci|uci998|ucl998", ""),
    ("count|numerator", ""),
    ("denominator", "population"),
    ("valuenote|notes|note", "comments"),
    ("unit", "units"),
    ("status", ""),
    ("timeperiodsortable", ""),
    ("timeperiodrange", ""),
    ("recenttrend", "trend"),
    ("comparedtoengland", ""),
    ("comparedtoparent", ""),
    ("measure", ""),
    ("inequality", ""),
    ("polarity", ""),
    ("valuetype", ""),
    ("periodtype", ""),
    ("children", ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(header: &str) -> Schema {
        Schema::of(header.split(',').map(String::from).collect(), &Mapping::default())
    }

    #[test]
    fn every_known_header_is_recognised() {
        use FileKind::*;
        let fingertips = "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,\
            Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,\
            Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,\
            Compared to Region value or percentiles,Time period Sortable,New data,Compared to goal";
        let dotted = fingertips.replace(' ', ".");
        let snake = fingertips.replace([' ', '.'], "_").to_lowercase();
        let bare = fingertips.replace(' ', "") + ",Timeperiodrange,row_id";
        for (kind, header) in [
            (Fingertips, fingertips),
            (Fingertips, &dotted),
            (Fingertips, &snake),
            (Fingertips, &bare),
            (
                FingertipsTable,
                "Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI limit,Upper CI limit,Count,Denominator,Value note",
            ),
            (
                DhscExtract,
                "IndicatorId,Year,AgeID,SexID,AreaCode,Count,Value,LowerCI,UpperCI,Denominator,Trend,Sex,Age,CategoryType,Category",
            ),
            (Ons, "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"),
            (Ons, "AREACD,AREANM,Indicator,Period,Measure,Unit,Value"),
            (
                CouncilTidy,
                "area_code,area_name,area_type,period,indicator,measure,unit,value,compared_to_England,inequality",
            ),
            (
                Oflog,
                "Financial year,Local authority code,Local authority name,Grouping,Entity_Name,Region,Measure,Code,Value,MEDIAN,MADs_from_median,rank_order",
            ),
            (Lait, "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region"),
            (Plain, "area_code,period,value"),
            (Plain, "icb22_code,date,Sum of Value"),
            (Plain, "Region,Year,Rate"),
            (
                IndicatorTable,
                "IndicatorID,Polarity,BenchmarkComparisonMethod,ValueType,IndicatorName,PeriodType,Frequency,RequiresGeoAggregation",
            ),
            (AreaTable, "Children,AreaCode,AreaName,Level,HierarchyType,AreaType,AreaTypeCode"),
            (CategoryTable, "CategoryName,CategoryTypeName,Sequence"),
            (NeighbourTable, "AREACD,1,2,3,4"),
            (NeighbourTable, "code,1,2,3"),
            (NeighbourTable, "LA num,LA Name,LA number,GOInd,GOReg,SN1,SNP,SN2,SNP,SN3,SNP"),
            (Unrecognised, "one,two,three"),
        ] {
            assert_eq!(schema(header).kind, kind, "{header}");
        }
        assert_eq!(schema(fingertips).unknown, [""; 0]);
        assert_eq!(schema(&bare).unknown, ["row_id"]);
    }

    #[test]
    fn column_23_goes_by_its_pattern() {
        for header in [
            "Compared to NHS regions value or percentiles",
            "Compared to percentiles",
            "Compared to parent value or percentiles",
        ] {
            assert_eq!(claim(&folded(header)), Some(Claim::Strong(Meaning::ComparedToParent)));
        }
        assert_eq!(claim("comparedtogoal"), Some(Claim::Needless));
        assert_eq!(claim("comparedtoengland"), Some(Claim::Strong(Meaning::ComparedToEngland)));
    }

    #[test]
    fn limits_have_many_names() {
        for (lower, upper) in [
            ("Lower CI limit", "Upper CI limit"),
            ("LowerCI", "UpperCI"),
            ("lower_ci_95_0_limit", "upper_ci_95_0_limit"),
            ("Lower.CI.95.0.limit", "Upper.CI.95.0.limit"),
            ("lci_95", "uci_95"),
            ("LCL", "UCL"),
            ("lower", "upper"),
        ] {
            assert_eq!(claim(&folded(lower)), Some(Claim::Strong(Meaning::Lower)), "{lower}");
            assert_eq!(claim(&folded(upper)), Some(Claim::Strong(Meaning::Upper)), "{upper}");
        }
        assert_eq!(claim("lowerci998limit"), Some(Claim::Strong(Meaning::Lower998)));
    }

    #[test]
    fn a_mapping_goes_before_recognition() {
        let mut mapping = Mapping::default();
        mapping.set(Meaning::Value, "pct");
        mapping.set(Meaning::AreaName, "Where");
        mapping.set(Meaning::Period, "Nowhere");
        let headers = ["where", "Year", "Value", "pct"].map(String::from).to_vec();
        let schema = Schema::of(headers, &mapping);
        assert_eq!(schema.kind, FileKind::Plain);
        assert_eq!((schema.column(Meaning::Value), schema.column(Meaning::AreaName)), (Some(3), Some(0)));
        let missing = (ProblemKind::MappedColumnMissing, String::from("period"), String::from("Nowhere"));
        assert_eq!(schema.oddities, [missing]);
    }

    #[test]
    fn what_is_wanting_is_said() {
        let schema = schema("Area Code,Value,Colour");
        assert_eq!(schema.oddities.len(), 1);
        let (_, column, found) = &schema.oddities[0];
        assert_eq!((column.as_str(), found.as_str()), ("period", "Area Code, Value, Colour"));
    }
}
