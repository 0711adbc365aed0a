using KediriLapor.Agencies.Boundaries;
using NetTopologySuite.Geometries;

namespace KediriLapor.Model.Tests.Agencies;

public class WardMapTests
{
    /// <summary>One metre in degrees of latitude; near enough to a degree of longitude at -7.8°.</summary>
    private const double Metre = 1 / 110_600.0;

    [TestCaseSource(nameof(InsidePoints))]
    public void The_inside_point_of_each_kelurahan_lies_in_it(string code, string kecamatan, double lat, double lng)
    {
        var fix = Kediri.Map.Locate(lat, lng);
        Assert.Multiple(() =>
        {
            Assert.That(fix.Inside);
            Assert.That(fix.Kelurahan?.Code, Is.EqualTo(code));
            Assert.That(fix.Kecamatan?.Code, Is.EqualTo(kecamatan));
            Assert.That(fix.BorderMetres, Is.GreaterThan(0));
        });
    }

    [Test]
    public void There_are_46_kelurahan_and_six_of_them_lie_in_several_parts() => Assert.Multiple(() =>
    {
        Assert.That(Kediri.Map.Areas, Has.Length.EqualTo(46));
        Assert.That(Kediri.Map.Areas.Count(area => area.Area is MultiPolygon), Is.EqualTo(6));
    });

    [Test]
    public void Each_part_of_a_divided_kelurahan_belongs_to_it()
    {
        foreach (var area in Kediri.Map.Areas.Where(area => area.Area is MultiPolygon))
        {
            for (var part = 0; part < area.Area.NumGeometries; part++)
            {
                var inside = area.Area.GetGeometryN(part).InteriorPoint;
                Assert.That(Kediri.Map.Locate(inside.Y, inside.X).Kelurahan, Is.EqualTo(area.Ward));
            }
        }
    }

    [TestCase(-7.8158, 112.0624, TestName = "Simpang Lima Gumul, Kabupaten Kediri")]
    [TestCase(-7.7611, 112.1930, TestName = "Pare, Kabupaten Kediri")]
    [TestCase(-7.2575, 112.7521, TestName = "Surabaya")]
    [TestCase(112.0034, -7.8187, TestName = "longitude and latitude swapped")]
    [TestCase(double.NaN, 112.0)]
    [TestCase(-7.8, double.PositiveInfinity)]
    [TestCase(double.MinValue, double.MaxValue)]
    public void Elsewhere_is_a_normal_answer(double lat, double lng)
    {
        var fix = Kediri.Map.Locate(lat, lng);
        Assert.Multiple(() =>
        {
            Assert.That(fix.Inside, Is.False);
            Assert.That(fix.Kelurahan, Is.Null);
            Assert.That(fix.Kecamatan, Is.Null);
            Assert.That(fix.BorderMetres, Is.Null);
            Assert.That(fix.Alternatives, Is.Empty);
        });
    }

    [Test]
    public void Every_corner_of_the_layer_is_in_the_city_and_goes_to_the_lowest_code_that_touches_it()
    {
        foreach (var corner in Kediri.Map.Areas.SelectMany(area => area.Area.Coordinates).Distinct())
        {
            var point = new Point(corner);
            var touching = Kediri.Map.Areas.Where(area => area.Area.Covers(point)).Select(area => area.Ward).ToArray();
            var fix = Kediri.Map.Locate(corner.Y, corner.X);
            Assert.Multiple(() =>
            {
                Assert.That(fix.Kelurahan, Is.EqualTo(touching[0]));
                Assert.That(fix.BorderMetres, Is.Zero.Within(1e-6));
                Assert.That(fix.Alternatives.Take(touching.Length - 1), Is.EqualTo(touching[1..]));
            });
        }
    }

    [Test]
    public void A_neighbour_within_30_metres_is_offered_and_one_beyond_is_not()
    {
        var map = TwoNeighbours(gapMetres: 0);
        var near = map.Locate(-7.805, 112.01 - (29 * Metre));
        var far = map.Locate(-7.805, 112.01 - (31 * Metre));
        Assert.Multiple(() =>
        {
            Assert.That(near.Kelurahan?.Code, Is.EqualTo("a"));
            Assert.That(near.BorderMetres, Is.EqualTo(29).Within(0.5));
            Assert.That(near.Alternatives.Select(ward => ward.Code), Is.EqualTo(new[] { "b" }));
            Assert.That(near.Allows("a") && near.Allows("b"));
            Assert.That(far.Kelurahan?.Code, Is.EqualTo("a"));
            Assert.That(far.Alternatives, Is.Empty);
            Assert.That(far.Allows("b"), Is.False);
        });
    }

    [Test]
    public void Alternatives_come_nearest_first()
    {
        var map = new WardMap(
        [
            Kediri.Box("a", new(112.00, 112.01, -7.81, -7.80)),
            Kediri.Box("b", new(112.01, 112.02, -7.81, -7.80)),
            Kediri.Box("c", new(112.00, 112.01, -7.80, -7.79)),
        ]);
        var nearC = map.Locate(-7.80 - (5 * Metre), 112.01 - (20 * Metre));
        var nearB = map.Locate(-7.80 - (20 * Metre), 112.01 - (5 * Metre));
        Assert.Multiple(() =>
        {
            Assert.That(nearC.Alternatives.Select(ward => ward.Code), Is.EqualTo(new[] { "c", "b" }));
            Assert.That(nearB.Alternatives.Select(ward => ward.Code), Is.EqualTo(new[] { "b", "c" }));
        });
    }

    [Test]
    public void A_point_on_a_shared_border_goes_to_the_lowest_code_and_names_the_other()
    {
        var fix = TwoNeighbours(gapMetres: 0).Locate(-7.805, 112.01);
        Assert.Multiple(() =>
        {
            Assert.That(fix.Kelurahan?.Code, Is.EqualTo("a"));
            Assert.That(fix.BorderMetres, Is.Zero.Within(1e-6));
            Assert.That(fix.Alternatives.Single().Code, Is.EqualTo("b"));
        });
    }

    [Test]
    public void A_point_in_a_hair_between_two_wards_is_in_the_city()
    {
        var middle = TwoNeighbours(gapMetres: 1.5).Locate(-7.805, 112.01 + (0.75 * Metre));
        Assert.Multiple(() =>
        {
            Assert.That(middle.Inside);
            Assert.That(middle.BorderMetres, Is.EqualTo(0.75).Within(0.05));
            Assert.That(middle.Alternatives, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Just_across_the_city_limit_one_is_outside_but_the_ward_is_offered()
    {
        var fix = TwoNeighbours(gapMetres: 0).Locate(-7.805, 112.00 - (10 * Metre));
        Assert.Multiple(() =>
        {
            Assert.That(fix.Inside, Is.False);
            Assert.That(fix.BorderMetres, Is.Null);
            Assert.That(fix.Alternatives.Single().Code, Is.EqualTo("a"));
        });
    }

    [Test]
    public void A_hole_in_a_ward_belongs_to_what_fills_it()
    {
        var hole = new Envelope(112.004, 112.006, -7.806, -7.804);
        var map = new WardMap([Kediri.Box("a", new(112.00, 112.01, -7.81, -7.80), hole), Kediri.Box("b", hole)]);
        var within = map.Locate(-7.805, 112.005);
        var beside = map.Locate(-7.805, 112.004 - (40 * Metre));
        Assert.Multiple(() =>
        {
            Assert.That(within.Kelurahan?.Code, Is.EqualTo("b"));
            Assert.That(beside.Kelurahan?.Code, Is.EqualTo("a"));
            Assert.That(beside.BorderMetres, Is.EqualTo(40).Within(0.5), "the hole's rim is a border too");
        });
    }

    [Test]
    public void Two_areas_of_one_code_make_no_map() =>
        Assert.That(
            () => new WardMap([Kediri.Box("a", new(112.00, 112.01, -7.81, -7.80)), Kediri.Box("a", new(112.01, 112.02, -7.81, -7.80))]),
            Throws.ArgumentException);

    private static IEnumerable<TestCaseData> InsidePoints() =>
        ReferenceFiles.Rows("kelurahan.csv").Select(row =>
            new TestCaseData(row.Text("kelurahan_code"), row.Text("kecamatan_code"), row.Number("lat"), row.Number("lng"))
                .SetArgDisplayNames(row.Text("kelurahan")));

    private static WardMap TwoNeighbours(double gapMetres) => new(
    [
        Kediri.Box("b", new(112.01 + (gapMetres * Metre), 112.02, -7.81, -7.80)),
        Kediri.Box("a", new(112.00, 112.01, -7.81, -7.80)),
    ]);
}
