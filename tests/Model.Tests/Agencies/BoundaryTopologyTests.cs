using System.Text;
using KediriLapor.Agencies.Boundaries;
using static KediriLapor.Model.Tests.Agencies.BrokenLayer;

namespace KediriLapor.Model.Tests.Agencies;

/// <summary>Wards that are well written but do not fit each other, and what a layer changes.</summary>
[Parallelizable(ParallelScope.All)]
public class BoundaryTopologyTests
{
    [Test]
    public void A_bow_tie_is_told_with_its_place()
    {
        var file = Broken(layer =>
        {
            var ring = Ring(layer, BandarLor);
            (ring[3], ring[20]) = (ring[20]!.DeepClone(), ring[3]!.DeepClone());
        });
        AssertOnly(file, "invalid_geometry", "memotong dirinya sendiri di -7.8", BandarLor);
    }

    [Test]
    public void Overlapping_wards_are_told_in_pairs()
    {
        var file = Broken(layer => Scale(layer, BandarLor, 1.1));
        var overlaps = file.Problems.Where(problem => problem.Code == "overlap").ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(file.IsAcceptable, Is.False);
            Assert.That(overlaps, Is.Not.Empty);
            Assert.That(overlaps.Select(problem => problem.Wards.Count), Has.All.EqualTo(2));
            Assert.That(overlaps.Select(problem => problem.Wards[0]), Has.All.EqualTo(BandarLor));
            Assert.That(overlaps[0].Message, Does.Match(@"^Bandar Lor .* dan .* bertumpang tindih: [\d.]+ m² di sekitar -7\.8"));
        });
    }

    [Test]
    public void A_gap_is_told_with_the_wards_around_it()
    {
        var file = Broken(layer => Scale(layer, BandarLor, 0.9));
        var gaps = file.Problems.Where(problem => problem is { Code: "gap", Severity: BoundarySeverity.Error }).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(file.IsAcceptable, Is.False);
            Assert.That(gaps, Is.Not.Empty);
            Assert.That(gaps.SelectMany(problem => problem.Wards), Does.Contain(BandarLor).And.Contains("35.71.01.1002"));
            Assert.That(gaps[0].Message, Does.StartWith("Celah di antara Bandar Lor"));
        });
    }

    [Test]
    public void A_small_overlap_is_a_warning_and_does_not_stop_the_layer()
    {
        var file = Broken(layer => MoveWest(Ring(layer, BandarLor)[0]!, degrees: 0.0001));
        Assert.Multiple(() =>
        {
            Assert.That(file.Problems, Is.Not.Empty);
            Assert.That(file.Problems.Select(problem => problem.Severity), Has.All.EqualTo(BoundarySeverity.Warning));
            Assert.That(file.IsAcceptable);
        });
    }

    [Test]
    public void A_ward_may_have_a_hole_that_another_fills()
    {
        var (outer, inner) = ("35.71.01.1001", "35.71.01.1002");
        Ward[] known = [.. Kediri.Wards.Where(ward => ward.Code == outer || ward.Code == inner)];
        const string hole = "[[112.004,-7.806],[112.006,-7.806],[112.006,-7.804],[112.004,-7.804],[112.004,-7.806]]";
        var file = BoundaryFile.Read(
            Encoding.UTF8.GetBytes($$$"""
                {"type":"FeatureCollection","features":[
                  {"properties":{"code":"{{{outer}}}"},"geometry":{"type":"Polygon","coordinates":[[[112,-7.81],[112.01,-7.81],[112.01,-7.8],[112,-7.8],[112,-7.81]],{{{hole}}}]}},
                  {"properties":{"code":"{{{inner}}}"},"geometry":{"type":"Polygon","coordinates":[{{{hole}}}]}}]}
                """),
            known);
        Assert.That(file.Problems, Is.Empty);
    }

    [Test]
    public void The_same_layer_changes_nothing() =>
        Assert.That(
            Kediri.Layer.ChangesFrom(Kediri.Map).Select(change => (change.DifferenceM2, change.CentroidShiftM)),
            Has.Exactly(46).Items.And.All.EqualTo((0.0, 0.0)));

    [Test]
    public void Areas_agree_with_the_reference_data()
    {
        // the table was computed before the outlines were smoothed
        var reference = ReferenceFiles.Rows("kelurahan.csv").ToDictionary(row => row.Text("kelurahan_code"), row => row.Number("area_km2"));
        foreach (var change in Kediri.Layer.ChangesFrom(Kediri.Map))
        {
            Assert.That(change.AreaAfterKm2, Is.EqualTo(reference[change.Ward.Code]).Within(3).Percent, change.Ward.Name);
        }
    }

    [Test]
    public void A_changed_ward_is_reported_with_its_figures()
    {
        var changes = Broken(layer => Scale(layer, BandarLor, 0.9)).ChangesFrom(Kediri.Map);
        var changed = changes.Single(change => change.DifferenceM2 > 0);
        Assert.Multiple(() =>
        {
            Assert.That(changed.Ward.Name, Is.EqualTo("Bandar Lor"));
            Assert.That(changed.AreaAfterKm2, Is.EqualTo(0.81 * changed.AreaBeforeKm2).Within(1e-6));
            Assert.That(changed.DifferenceM2, Is.GreaterThanOrEqualTo((changed.AreaBeforeKm2 - changed.AreaAfterKm2) * 1e6 * 0.999));
            Assert.That(changed.CentroidShiftM, Is.GreaterThan(0).And.LessThan(100));
        });
    }
}
