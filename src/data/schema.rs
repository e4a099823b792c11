//! Which column is what, and so what a file is, from its header alone.
//!
//! Headers are folded (ASCII letters and digits only, lower case) and looked up. A mapping given by the publisher goes
//! first. Columns that are neither known nor needed are remembered by name.

use super::records::Record;
use super::words::{among, first, owned, place};
use super::{FileKind, Mapping, Meaning, ProblemKind};

/// No column.
const NONE: u16 = u16::MAX;

/// The header of one file, understood.
#[derive(Debug)]
pub struct Schema {
    pub kind: FileKind,
    pub headers: Record,
    at: [u16; Meaning::ALL.len()],
    /// The header says that its years are academic years.
    pub academic: bool,
    /// In a neighbour table: the columns of the neighbours, nearest first.
    pub neighbours: Vec<u16>,
}

/// How sure a header is of its meaning. A weak one gives way to a strong one without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Strong(Meaning),
    Weak(Meaning),
    /// Known and not needed.
    Needless,
    Unknown,
}

impl Schema {
    /// Reads a header.
    pub fn of(headers: Record, mapping: &Mapping) -> Schema {
        let at = [NONE; Meaning::ALL.len()];
        let mut schema = Schema { kind: FileKind::Unrecognised, headers, at, academic: false, neighbours: Vec::new() };
        for (meaning, wanted) in mapping.iter() {
            if let Some(at) = schema.mapped(wanted) {
                schema.at[meaning as usize] = at as u16;
            }
        }
        schema.recognise(true);
        schema.recognise(false);
        schema.settle();
        schema.kind = schema.tell();
        if schema.kind == FileKind::DhscExtract {
            // Its last two headers are swapped: "CategoryType" holds the category.
            schema.at.swap(Meaning::CategoryType as usize, Meaning::Category as usize);
        }
        schema
    }

    /// Says what is odd about the header (kind, column, found), and lists the headers that mean nothing to us.
    pub fn judge(&self, mapping: &Mapping, unknown: &mut Vec<String>, odd: &mut dyn FnMut(ProblemKind, &str, &str)) {
        let figures = self.kind.holds_figures(); // of which the mapping speaks
        for (meaning, wanted) in mapping.iter() {
            if figures && self.mapped(wanted).is_none() {
                odd(ProblemKind::MappedColumnMissing, meaning.name(), wanted);
            }
        }
        for at in 0..self.headers.len() {
            let header = self.headers.cell(at);
            match claim(&folded(header)) {
                _ if header.is_empty() || self.is_used(at) => {}
                Claim::Strong(meaning) => {
                    let chosen = mapping.get(meaning).and_then(|wanted| self.mapped(wanted));
                    if figures && chosen.is_none() {
                        odd(ProblemKind::RepeatedColumn, header, meaning.name());
                    }
                }
                Claim::Weak(_) | Claim::Unknown if self.kind != FileKind::NeighbourTable => unknown.push(owned(header)),
                _ => {}
            }
        }
        if self.kind == FileKind::Unrecognised {
            self.say_what_is_wanting(odd);
        }
    }

    /// The column of a meaning; beyond every column where there is none.
    pub fn column(&self, meaning: Meaning) -> usize {
        usize::from(self.at[meaning as usize])
    }

    /// The header of a meaning's column, or nothing.
    pub fn header(&self, meaning: Meaning) -> &str {
        self.headers.cell(self.column(meaning))
    }

    /// Every column, by its header and what it is taken for.
    #[cfg(authoring)]
    pub fn columns(&self) -> Vec<(String, Option<Meaning>)> {
        let meaning = |column| Meaning::ALL.into_iter().find(|&meaning| self.column(meaning) == column);
        (0..self.headers.len()).map(|at| (owned(self.headers.cell(at)), meaning(at))).collect()
    }

    /// Whether a column holds a meaning.
    pub fn has(&self, meaning: Meaning) -> bool {
        self.at[meaning as usize] != NONE
    }

    fn is_used(&self, column: usize) -> bool {
        self.at.iter().any(|&at| usize::from(at) == column)
    }

    /// Where a folded header stands.
    fn place(&self, name: &str) -> Option<usize> {
        (0..self.headers.len()).find(|&at| folded(self.headers.cell(at)) == name)
    }

    /// Where the header stands that a mapping names.
    fn mapped(&self, wanted: &str) -> Option<usize> {
        let exact = (0..self.headers.len()).find(|&at| self.headers.cell(at) == wanted);
        let fold = folded(wanted);
        if exact.is_some() || fold.is_empty() { exact } else { self.place(&fold) }
    }

    /// Gives each header that is not used yet its meaning, in file order: by strong claims, or by weak ones. Where the
    /// claims are strong, also takes what a header says beside.
    fn recognise(&mut self, strong: bool) {
        for at in 0..self.headers.len() {
            let header = folded(self.headers.cell(at));
            if strong {
                self.academic |= header.starts_with("academicyear");
                if is_neighbour(&header) {
                    self.neighbours.push(at as u16);
                }
            }
            let (meaning, sure) = match claim(&header) {
                Claim::Strong(meaning) => (meaning, true),
                Claim::Weak(meaning) => (meaning, false),
                _ => continue,
            };
            if sure == strong && !self.has(meaning) && !self.is_used(at) {
                self.at[meaning as usize] = at as u16;
            }
        }
    }

    /// Columns whose meaning hangs on the others.
    fn settle(&mut self) {
        use Meaning::*;
        if !self.has(Indicator) && !self.has(IndicatorId) {
            self.shift(Measure, Indicator);
        }
        if self.are_headers("localauthoritycode|measure") {
            // Oflog: "Code" is the measure's, "Entity_Name" the kind of authority.
            for &(header, meaning) in &[("code", IndicatorId), ("entityname", AreaType)] {
                if let (Some(at), false) = (self.place(header), self.has(meaning)) {
                    self.at[meaning as usize] = at as u16;
                }
            }
        }
        let nameless = |schema: &Schema| !schema.has(AreaCode) && !schema.has(AreaName);
        if nameless(self) {
            self.shift(AreaType, AreaName); // a lone "geography"
        }
        if nameless(self) {
            self.shift(ParentName, AreaName); // a lone "region"
            self.shift(ParentCode, AreaCode);
        }
    }

    fn shift(&mut self, from: Meaning, to: Meaning) {
        if !self.has(to) {
            self.at[to as usize] = std::mem::replace(&mut self.at[from as usize], NONE);
        }
    }

    /// Whether all of a list of folded headers stand in the file.
    fn are_headers(&self, list: &str) -> bool {
        first(list, &|header| !header.is_empty() && self.place(header).is_none()).is_none()
    }

    /// The first kind of file that has the headers and the meanings that it must have.
    fn tell(&self) -> FileKind {
        use Meaning::*;
        const KINDS: [(FileKind, &str, &[Meaning]); 14] = [
            (FileKind::CategoryTable, "categoryname|categorytypename", &[]),
            (FileKind::IndicatorTable, "", &[IndicatorId, Polarity]),
            (FileKind::IndicatorTable, "", &[IndicatorId, ValueType]),
            (FileKind::AreaTable, "", &[AreaCode, AreaName]),
            (FileKind::AreaTable, "", &[AreaCode, ParentCode]),
            (FileKind::Fingertips, "timeperiod|categorytype", &[IndicatorId]),
            (FileKind::FingertipsTable, "timeperiod|categorytype", &[]),
            (FileKind::DhscExtract, "indicatorid|year|ageid", &[]),
            (FileKind::DhscExtract, "indicatorid|year|sexid", &[]),
            (FileKind::Ons, "areacd", &[Indicator]),
            (FileKind::Oflog, "localauthoritycode|measure", &[]),
            (FileKind::Lait, "shortdesc|laandregions", &[]),
            (FileKind::CouncilTidy, "", &[Indicator, Measure]),
            (FileKind::Plain, "", &[]),
        ];
        if self.neighbours.len() > 2 && self.has(AreaCode) && !self.has(Value) {
            return FileKind::NeighbourTable;
        }
        let figures = (self.has(AreaCode) || self.has(AreaName)) && self.has(Value) && self.has(Period);
        let facts = !self.has(Value) && !self.has(Period);
        for &(kind, headers, meanings) in &KINDS {
            let fits = match kind {
                FileKind::CategoryTable => true,
                FileKind::IndicatorTable | FileKind::AreaTable => facts,
                _ => figures,
            };
            if fits && meanings.iter().all(|&meaning| self.has(meaning)) && self.are_headers(headers) {
                return kind;
            }
        }
        FileKind::Unrecognised
    }

    fn say_what_is_wanting(&self, odd: &mut dyn FnMut(ProblemKind, &str, &str)) {
        let mut all = String::new();
        for at in 0..self.headers.len() {
            all.push_str(if all.is_empty() { "" } else { ", " });
            all.push_str(self.headers.cell(at));
        }
        for &meaning in &[Meaning::AreaCode, Meaning::Period, Meaning::Value] {
            let named = meaning == Meaning::AreaCode && self.has(Meaning::AreaName);
            if !self.has(meaning) && !named {
                odd(ProblemKind::UnknownColumns, meaning.name(), &all);
            }
        }
    }
}

/// A header with everything but ASCII letters and digits removed, in lower case. Power BI's "Sum of" goes too.
fn folded(header: &str) -> String {
    let mut folded = String::new();
    for byte in header.bytes().filter(u8::is_ascii_alphanumeric) {
        folded.push(char::from(byte.to_ascii_lowercase()));
        if folded == "sumof" {
            folded.clear();
        }
    }
    folded
}

/// Whether a folded header is `1`, `2`, … or `SN1`, `SN2`, …
fn is_neighbour(header: &str) -> bool {
    let (letters, digits, end) = parts(header);
    matches!(digits, 1..=2) && end.is_empty() && among("|sn|nn", letters)
}

/// The letters at the start of a folded header, how many digits follow them, and what follows these.
fn parts(header: &str) -> (&str, usize, &str) {
    let (mut letters, mut digits) = (0, 0);
    for byte in header.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            _ if digits == 0 => letters += 1,
            _ => break,
        }
    }
    (header.get(..letters).unwrap_or(""), digits, header.get(letters + digits..).unwrap_or(""))
}

/// What a folded header says it holds.
fn claim(header: &str) -> Claim {
    if let Some(compared) = header.strip_prefix("comparedto") {
        return match compared.get(..4) {
            Some("engl") => Claim::Strong(Meaning::ComparedToEngland),
            Some("goal") => Claim::Needless,
            _ => Claim::Strong(Meaning::ComparedToParent),
        };
    }
    if among("newdata|ageid|sexid|grouping|areatypecode|hierarchytype|level|frequency", header) {
        return Claim::Needless;
    }
    for &meaning in &Meaning::ALL {
        let (strong, weak) = HEADERS[meaning as usize];
        if among(strong, header) {
            return Claim::Strong(meaning);
        }
        if !weak.is_empty() && among(weak, header) {
            return Claim::Weak(meaning);
        }
    }
    geography(header)
}

/// What the end of a header such as `icb22code` or `LAD23NM` says.
fn geography(header: &str) -> Claim {
    let (letters, year, end) = parts(header);
    match place("cd|code|nm|name", end) {
        Some(at) if letters.len() >= 2 && year == 2 => {
            Claim::Weak(if at < 2 { Meaning::AreaCode } else { Meaning::AreaName })
        }
        _ => Claim::Unknown,
    }
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

    /// What a header is taken for, what was odd about it, and its headers that mean nothing to us.
    fn read(header: &str, mapping: &Mapping) -> (Schema, Vec<(ProblemKind, String, String)>, Vec<String>) {
        let ends = header.bytes().enumerate().filter(|&(_, byte)| byte == b',').map(|(at, _)| at as u32);
        let ends: Vec<u32> = ends.chain([header.len() as u32]).collect();
        let mut headers = Record::default();
        headers.read(header.as_bytes(), &ends);
        let (mut oddities, mut unknown) = (Vec::new(), Vec::new());
        let schema = Schema::of(headers, mapping);
        schema.judge(mapping, &mut unknown, &mut |kind, column, found| {
            oddities.push((kind, owned(column), owned(found)));
        });
        (schema, oddities, unknown)
    }

    fn schema(header: &str) -> Schema {
        read(header, &Mapping::default()).0
    }

    fn unknown(header: &str) -> Vec<String> {
        read(header, &Mapping::default()).2
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
            (AreaTable, "code,parent code"),
            (AreaTable, "Area Code,Parent Code,Parent Name"),
            (CategoryTable, "CategoryName,CategoryTypeName,Sequence"),
            (NeighbourTable, "AREACD,1,2,3,4"),
            (NeighbourTable, "code,1,2,3"),
            (NeighbourTable, "LA num,LA Name,LA number,GOInd,GOReg,SN1,SNP,SN2,SNP,SN3,SNP"),
            (Unrecognised, "one,two,three"),
        ] {
            assert_eq!(schema(header).kind, kind, "{header}");
        }
        assert_eq!(unknown(fingertips), [""; 0]);
        assert_eq!(unknown(&bare), ["row_id"]);
    }

    #[test]
    fn column_23_goes_by_its_pattern() {
        for header in [
            "Compared to NHS regions value or percentiles",
            "Compared to percentiles",
            "Compared to parent value or percentiles",
        ] {
            assert_eq!(claim(&folded(header)), Claim::Strong(Meaning::ComparedToParent));
        }
        assert_eq!(claim("comparedtogoal"), Claim::Needless);
        assert_eq!(claim("comparedtoengland"), Claim::Strong(Meaning::ComparedToEngland));
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
            assert_eq!(claim(&folded(lower)), Claim::Strong(Meaning::Lower), "{lower}");
            assert_eq!(claim(&folded(upper)), Claim::Strong(Meaning::Upper), "{upper}");
        }
        assert_eq!(claim("lowerci998limit"), Claim::Strong(Meaning::Lower998));
    }

    #[test]
    fn a_mapping_goes_before_recognition() {
        let mut mapping = Mapping::default();
        mapping.set(Meaning::Value, "pct");
        mapping.set(Meaning::AreaName, "Where");
        mapping.set(Meaning::Period, "Nowhere");
        let (schema, oddities, _) = read("where,Year,Value,pct", &mapping);
        assert_eq!(schema.kind, FileKind::Plain);
        assert_eq!((schema.column(Meaning::Value), schema.column(Meaning::AreaName)), (3, 0));
        let missing = (ProblemKind::MappedColumnMissing, String::from("period"), String::from("Nowhere"));
        assert_eq!(oddities, [missing]);
    }

    #[test]
    fn what_is_wanting_is_said() {
        let (_, oddities, _) = read("Area Code,Value,Colour", &Mapping::default());
        assert_eq!(oddities.len(), 1);
        let (_, column, found) = &oddities[0];
        assert_eq!((column.as_str(), found.as_str()), ("period", "Area Code, Value, Colour"));
    }
}
