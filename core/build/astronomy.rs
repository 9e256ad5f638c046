//! Moments of the new moons and of the Sun's principal terms, from first principles.
//!
//! Moments are Julian Ephemeris Days (Terrestrial Time). Angles are degrees unless a name says
//! otherwise. The formulas are those of J. Meeus, *Astronomical Algorithms*, 2nd ed. 1998; the
//! Earth's longitude is VSOP87 (Bretagnon and Francou 1988), version D.
//!
//! Compared with the Swiss Ephemeris (Moshier) over 1967-2051: each new moon within 19 s (on
//! average 4 s), each principal term within 8 s. Delta T adds an uncertainty of its own: below
//! 1 s until 2025, about 15 s in 2050.

/// Julian Ephemeris Day of 2000-01-01 12:00 TT.
const J2000: f64 = 2_451_545.0;
const DAYS_PER_CENTURY: f64 = 36_525.0;
const SECONDS_PER_DAY: f64 = 86_400.0;
/// Vietnam is seven hours ahead of Universal Time (QĐ 121-CP of 1967, QĐ 134/2002/QĐ-TTg).
const VIETNAM: f64 = 7.0 / 24.0;

/// The moment of new moon number `k`, counted from that of 2000-01-06; within 20 s (ch. 49).
pub(crate) fn new_moon(k: i32) -> f64 {
    let k = f64::from(k);
    let t = k / 1_236.85;
    let mean = 2_451_550.097_66
        + 29.530_588_861 * k
        + polynomial(t, &[0.0, 0.0, 0.000_154_37, -0.000_000_150, 0.000_000_000_73]);
    // Eccentricity of the Earth's orbit, anomalies of Sun and Moon, the Moon's argument of
    // latitude and its node.
    let e = polynomial(t, &[1.0, -0.002_516, -0.000_007_4]);
    let sun = 2.5534 + 29.105_356_70 * k + polynomial(t, &[0.0, 0.0, -0.000_001_4, -0.000_000_11]);
    let moon = 201.5643
        + 385.816_935_28 * k
        + polynomial(t, &[0.0, 0.0, 0.010_758_2, 0.000_012_38, -0.000_000_058]);
    let latitude = 160.7108
        + 390.670_502_84 * k
        + polynomial(t, &[0.0, 0.0, -0.001_611_8, -0.000_002_27, 0.000_000_011]);
    let node = 124.7746 - 1.563_755_88 * k + polynomial(t, &[0.0, 0.0, 0.002_067_2, 0.000_002_15]);

    let mut days = mean;
    for &(amplitude, power, of_sun, of_moon, of_latitude, of_node) in &NEW_MOON {
        let angle = of_sun * sun + of_moon * moon + of_latitude * latitude + of_node * node;
        days += amplitude * e.powi(power) * angle.to_radians().sin();
    }
    for &(amplitude, start, rate) in &NEW_MOON_PLANETS {
        days += amplitude * (start + rate * k).to_radians().sin();
    }
    // The first planetary argument alone also has a term in the square of time.
    let (amplitude, start, rate) = (0.000_325, 299.77, 0.107_408);
    days + amplitude * (start + rate * k - 0.009_173 * t * t).to_radians().sin()
}

/// The moment of principal term (trung khí) number `n`, when the apparent longitude of the Sun
/// is a multiple of 30 degrees; `n` = 0 is the March equinox of 2000. Within 10 s.
pub(crate) fn principal_term(n: i32) -> f64 {
    let longitude = f64::from(n.rem_euclid(12)) * 30.0;
    let mut moment = 2_451_623.816 + f64::from(n) * (365.242_2 / 12.0);
    // Each round leaves a few hundredths of the error of the one before.
    for _ in 0..8 {
        let ahead = (longitude - solar_longitude(moment)).to_radians().sin();
        moment += 58.13 * ahead;
    }
    moment
}

/// The apparent geocentric longitude of the Sun, of the date, in degrees from 0 to 360; within
/// 0.4 seconds of arc, which the Sun moves in 10 s (ch. 25 and 32).
pub(crate) fn solar_longitude(moment: f64) -> f64 {
    let t = (moment - J2000) / DAYS_PER_CENTURY / 10.0;
    let sum = |series: &[(f64, f64, f64)]| -> f64 {
        series.iter().map(|(amplitude, phase, rate)| amplitude * (phase + rate * t).cos()).sum()
    };
    let earth = polynomial(t, &[sum(&EARTH_L0), sum(&EARTH_L1), sum(&EARTH_L2)]) * 1e-8;
    let distance = sum(&EARTH_R0);
    // To the FK5 equinox; then light that left the Sun some eight minutes ago.
    let frame = -0.090_33;
    let aberration = -20.4898 / distance;
    let arcseconds = frame + aberration + nutation_in_longitude(moment);
    (earth.to_degrees() + 180.0 + arcseconds / 3_600.0).rem_euclid(360.0)
}

/// Nutation in longitude, in seconds of arc; within 0.03 (ch. 22, IAU 1980).
pub(crate) fn nutation_in_longitude(moment: f64) -> f64 {
    let t = (moment - J2000) / DAYS_PER_CENTURY;
    let elongation = polynomial(t, &[297.850_36, 445_267.111_480, -0.001_914_2, 1.0 / 189_474.0]);
    let sun = polynomial(t, &[357.527_72, 35_999.050_340, -0.000_160_3, -1.0 / 300_000.0]);
    let moon = polynomial(t, &[134.962_98, 477_198.867_398, 0.008_697_2, 1.0 / 56_250.0]);
    let latitude = polynomial(t, &[93.271_91, 483_202.017_538, -0.003_682_5, 1.0 / 327_270.0]);
    let node = polynomial(t, &[125.044_52, -1_934.136_261, 0.002_070_8, 1.0 / 450_000.0]);
    let mut total = 0.0;
    for &(of_elongation, of_sun, of_moon, of_latitude, of_node, amplitude, drift) in &NUTATION {
        let angle = of_elongation * elongation
            + of_sun * sun
            + of_moon * moon
            + of_latitude * latitude
            + of_node * node;
        total += (amplitude + drift * t) * angle.to_radians().sin();
    }
    total * 1e-4
}

/// Delta T, Terrestrial Time less Universal Time, in seconds, for 1965-2055.
///
/// Observed (IERS) every five years to 2025, then predicted. Polynomials fitted before 2005 are
/// already 6 s too high in 2025, so observed values are used instead.
pub(crate) fn delta_t(moment: f64) -> f64 {
    const FIRST: f64 = 1_965.0;
    const STEP: f64 = 5.0;
    const SECONDS: [f64; 19] = [
        35.73, 40.18, 45.48, 50.54, 54.34, 56.86, 60.79, 63.83, 64.69, 66.07, 67.64, 69.36, 69.14,
        69.5, 70.5, 71.8, 73.2, 74.6, 76.1,
    ];
    let year = 2_000.0 + (moment - J2000) / 365.25;
    let place = (year - FIRST) / STEP;
    let pairs = SECONDS.windows(2).zip(0_i32..);
    let mut seconds = SECONDS.iter().copied().last().unwrap_or(f64::NAN);
    for (pair, index) in pairs {
        let share = place - f64::from(index);
        if let &[from, to] = pair
            && (0.0..1.0).contains(&share)
        {
            seconds = from + (to - from) * share;
        }
    }
    seconds
}

/// The civil day in Vietnam that a moment falls on, as a Julian Day Number, and how many seconds
/// after its midnight.
pub(crate) fn vietnam_day(moment: f64) -> (i32, f64) {
    // Julian days begin at noon.
    let local = moment - delta_t(moment) / SECONDS_PER_DAY + VIETNAM + 0.5;
    let day = local.floor();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number near two and a half million"
    )]
    let number = day as i32;
    (number, (local - day) * SECONDS_PER_DAY)
}

/// The polynomial with these coefficients, lowest power first.
fn polynomial(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

/// Amplitude in days, power of the eccentricity, then the multiples of the anomalies of Sun and
/// Moon, of the argument of latitude and of the node.
const NEW_MOON: [(f64, i32, f64, f64, f64, f64); 25] = [
    (-0.407_20, 0, 0.0, 1.0, 0.0, 0.0),
    (0.172_41, 1, 1.0, 0.0, 0.0, 0.0),
    (0.016_08, 0, 0.0, 2.0, 0.0, 0.0),
    (0.010_39, 0, 0.0, 0.0, 2.0, 0.0),
    (0.007_39, 1, -1.0, 1.0, 0.0, 0.0),
    (-0.005_14, 1, 1.0, 1.0, 0.0, 0.0),
    (0.002_08, 2, 2.0, 0.0, 0.0, 0.0),
    (-0.001_11, 0, 0.0, 1.0, -2.0, 0.0),
    (-0.000_57, 0, 0.0, 1.0, 2.0, 0.0),
    (0.000_56, 1, 1.0, 2.0, 0.0, 0.0),
    (-0.000_42, 0, 0.0, 3.0, 0.0, 0.0),
    (0.000_42, 1, 1.0, 0.0, 2.0, 0.0),
    (0.000_38, 1, 1.0, 0.0, -2.0, 0.0),
    (-0.000_24, 1, -1.0, 2.0, 0.0, 0.0),
    (-0.000_17, 0, 0.0, 0.0, 0.0, 1.0),
    (-0.000_07, 0, 2.0, 1.0, 0.0, 0.0),
    (0.000_04, 0, 0.0, 2.0, -2.0, 0.0),
    (0.000_04, 0, 3.0, 0.0, 0.0, 0.0),
    (0.000_03, 0, 1.0, 1.0, -2.0, 0.0),
    (0.000_03, 0, 0.0, 2.0, 2.0, 0.0),
    (-0.000_03, 0, 1.0, 1.0, 2.0, 0.0),
    (0.000_03, 0, -1.0, 1.0, 2.0, 0.0),
    (-0.000_02, 0, -1.0, 1.0, -2.0, 0.0),
    (-0.000_02, 0, 1.0, 3.0, 0.0, 0.0),
    (0.000_02, 0, 0.0, 4.0, 0.0, 0.0),
];

/// Amplitude in days, argument at new moon 0 and its growth from one new moon to the next: the
/// planets' pull, without the first argument.
const NEW_MOON_PLANETS: [(f64, f64, f64); 13] = [
    (0.000_165, 251.88, 0.016_321),
    (0.000_164, 251.83, 26.651_886),
    (0.000_126, 349.42, 36.412_478),
    (0.000_110, 84.66, 18.206_239),
    (0.000_062, 141.74, 53.303_771),
    (0.000_060, 207.14, 2.453_732),
    (0.000_056, 154.84, 7.306_860),
    (0.000_047, 34.52, 27.261_239),
    (0.000_042, 207.19, 0.121_824),
    (0.000_040, 291.34, 1.844_379),
    (0.000_037, 161.72, 24.198_154),
    (0.000_035, 239.56, 25.513_099),
    (0.000_023, 331.55, 3.592_518),
];

/// Multiples of the Moon's mean elongation, the anomalies of Sun and Moon, the argument of
/// latitude and the node; amplitude in ten-thousandths of a second of arc and its change in a
/// century. Terms below 0.003 seconds of arc are left out.
const NUTATION: [(f64, f64, f64, f64, f64, f64, f64); 22] = [
    (0.0, 0.0, 0.0, 0.0, 1.0, -171996.0, -174.2),
    (-2.0, 0.0, 0.0, 2.0, 2.0, -13187.0, -1.6),
    (0.0, 0.0, 0.0, 2.0, 2.0, -2_274.0, -0.2),
    (0.0, 0.0, 0.0, 0.0, 2.0, 2_062.0, 0.2),
    (0.0, 1.0, 0.0, 0.0, 0.0, 1_426.0, -3.4),
    (0.0, 0.0, 1.0, 0.0, 0.0, 712.0, 0.1),
    (-2.0, 1.0, 0.0, 2.0, 2.0, -517.0, 1.2),
    (0.0, 0.0, 0.0, 2.0, 1.0, -386.0, -0.4),
    (0.0, 0.0, 1.0, 2.0, 2.0, -301.0, 0.0),
    (-2.0, -1.0, 0.0, 2.0, 2.0, 217.0, -0.5),
    (-2.0, 0.0, 1.0, 0.0, 0.0, -158.0, 0.0),
    (-2.0, 0.0, 0.0, 2.0, 1.0, 129.0, 0.1),
    (0.0, 0.0, -1.0, 2.0, 2.0, 123.0, 0.0),
    (2.0, 0.0, 0.0, 0.0, 0.0, 63.0, 0.0),
    (0.0, 0.0, 1.0, 0.0, 1.0, 63.0, 0.1),
    (2.0, 0.0, -1.0, 2.0, 2.0, -59.0, 0.0),
    (0.0, 0.0, -1.0, 0.0, 1.0, -58.0, -0.1),
    (0.0, 0.0, 1.0, 2.0, 1.0, -51.0, 0.0),
    (-2.0, 0.0, 2.0, 0.0, 0.0, 48.0, 0.0),
    (0.0, 0.0, -2.0, 2.0, 1.0, 46.0, 0.0),
    (2.0, 0.0, 0.0, 2.0, 2.0, -38.0, 0.0),
    (0.0, 0.0, 2.0, 2.0, 2.0, -31.0, 0.0),
];

/// The Earth's heliocentric longitude: amplitude in 1e-8 radians, phase, radians in a thousand
/// years. Terms below 0.02 seconds of arc are left out; together they stay under 0.3.
const EARTH_L0: [(f64, f64, f64); 93] = [
    (175_347_045.7, 0.0, 0.0),
    (3_341_656.5, 4.669_257, 6_283.075_85),
    (34_894.3, 4.626_102, 12_566.151_7),
    (3_497.1, 2.744_118, 5_753.384_885),
    (3_417.6, 2.828_866, 3.523_118),
    (3_135.9, 3.627_67, 77_713.771_468),
    (2_676.2, 4.418_084, 7_860.419_392),
    (2_342.7, 6.135_162, 3_930.209_696),
    (1_324.3, 0.742_464, 11_506.769_77),
    (1_273.2, 2.037_097, 529.690_965),
    (1_199.2, 1.109_629, 1_577.343_542),
    (990.3, 5.232_681, 5_884.926_847),
    (901.9, 2.045_054, 26.298_32),
    (857.2, 3.508_492, 398.149_003),
    (779.8, 1.178_827, 5_223.693_92),
    (753.1, 2.533_391, 5_507.553_239),
    (505.3, 4.582_926, 18_849.227_55),
    (492.4, 4.205_066, 775.522_611),
    (356.7, 2.919_541, 0.067_31),
    (317.1, 5.849_02, 11_790.629_089),
    (284.1, 1.898_69, 796.298_007),
    (271.0, 0.314_886, 10_977.078_805),
    (242.8, 0.344_811, 5_486.777_843),
    (206.2, 4.806_466, 2_544.314_42),
    (205.4, 1.869_478, 5_573.142_801),
    (202.3, 2.457_678, 6_069.776_755),
    (155.5, 0.833_061, 213.299_095),
    (132.2, 3.411_183, 2_942.463_423),
    (126.2, 1.083_026, 20.775_395),
    (115.1, 0.645_449, 0.980_321),
    (102.9, 0.635_998, 4_694.002_955),
    (101.9, 0.975_692, 15_720.838_785),
    (101.7, 4.266_798, 7.113_547),
    (99.2, 6.209_929, 2_146.165_416),
    (97.6, 0.681_013, 155.420_399),
    (85.8, 5.983_226, 161_000.685_738),
    (85.1, 1.298_707, 6_275.962_303),
    (84.7, 3.670_801, 71_430.695_618),
    (79.6, 1.807_913, 17_260.154_655),
    (78.8, 3.036_983, 12_036.460_735),
    (74.7, 1.755_089, 5_088.628_84),
    (73.9, 3.503_194, 3_154.687_085),
    (73.5, 4.679_266, 801.820_931),
    (69.6, 0.832_976, 9_437.762_935),
    (62.4, 3.977_639, 8_827.390_27),
    (61.1, 1.818_398, 7_084.896_781),
    (57.0, 2.784_304, 6_286.598_968),
    (56.1, 4.386_949, 14_143.495_242),
    (55.6, 3.470_06, 6_279.552_732),
    (52.0, 0.189_149, 12_139.553_509),
    (51.6, 1.332_827, 1_748.016_413),
    (51.1, 0.283_069, 5_856.477_659),
    (49.0, 0.487_351, 1_194.447_01),
    (41.0, 5.368_174, 8_429.241_266),
    (40.9, 2.398_509, 19_651.048_481),
    (39.2, 6.168_33, 10_447.387_84),
    (36.8, 6.041_339, 10_213.285_546),
    (36.6, 2.569_552, 1_059.381_93),
    (36.0, 1.708_761, 2_352.866_154),
    (35.6, 1.775_973, 6_812.766_815),
    (33.3, 0.593_095, 17_789.845_62),
    (30.4, 0.442_945, 83_996.847_318),
    (30.0, 2.739_751, 1_349.867_41),
    (25.4, 3.164_71, 4_690.479_836),
    (24.7, 0.214_848, 3.590_429),
    (23.7, 0.484_736, 8_031.092_263),
    (23.6, 2.065_277, 3_340.612_427),
    (22.8, 5.221_979, 4_705.732_308),
    (21.9, 5.555_943, 553.569_403),
    (21.4, 1.425_637, 16_730.463_69),
    (21.1, 4.148_255, 951.718_406),
    (20.3, 0.371_338, 283.859_319),
    (19.9, 5.222_085, 12_168.002_697),
    (19.9, 5.774_702, 6_309.374_17),
    (19.1, 3.8222, 23_581.258_177),
    (18.9, 5.386_269, 149_854.400_135),
    (17.9, 2.214_907, 13_367.972_631),
    (17.5, 4.560_529, 135.065_08),
    (16.2, 5.988_377, 11_769.853_693),
    (15.1, 4.195_672, 6_256.777_53),
    (14.4, 4.193_153, 242.728_604),
    (14.3, 3.723_551, 38.027_673),
    (14.0, 4.401_381, 6_681.224_853),
    (13.6, 1.889_345, 7_632.943_26),
    (12.5, 1.130_524, 5.522_924),
    (12.1, 2.622_296, 955.599_742),
    (12.0, 1.003_515, 632.783_739),
    (11.3, 0.177_393, 4_164.311_99),
    (10.8, 0.327_345, 103.092_774),
    (10.5, 0.938_718, 11_926.254_414),
    (10.5, 5.359_095, 1_592.596_014),
    (10.3, 6.199_826, 6_438.496_249),
    (10.0, 6.029_15, 5_746.271_338),
];

/// As [`EARTH_L0`], times the thousands of years since 2000.
const EARTH_L1: [(f64, f64, f64); 4] = [
    (628_331_966_747.491, 0.0, 0.0),
    (206_058.9, 2.678_235, 6_283.075_85),
    (4_303.4, 2.635_127, 12_566.151_7),
    (425.3, 1.590_47, 3.523_118),
];

/// As [`EARTH_L0`], times their square.
const EARTH_L2: [(f64, f64, f64); 2] = [(52_918.9, 0.0, 0.0), (8_719.8, 1.072_097, 6_283.075_85)];

/// The Earth's distance from the Sun in astronomical units, as good as aberration needs.
const EARTH_R0: [(f64, f64, f64); 4] = [
    (1.000_139_888, 0.0, 0.0),
    (0.016_706_996, 3.098_463_508, 6_283.075_849_991),
    (0.000_139_560, 3.055_246_096, 12_566.151_699_983),
    (0.000_030_837, 5.198_466_744, 77_713.771_468_121),
];
