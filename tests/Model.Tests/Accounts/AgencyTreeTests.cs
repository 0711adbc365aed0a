using CsCheck;
using KediriLapor.Accounts;

namespace KediriLapor.Model.Tests.Accounts;

public sealed class AgencyTreeTests
{
    private static readonly AgencyTree City = new(
    [
        new("PEMKOT", null, "Pemerintah Kota Kediri"),
        new("DPUPR", "PEMKOT", "Dinas Pekerjaan Umum dan Penataan Ruang"),
        new("35.71.01", "PEMKOT", "Kecamatan Mojoroto"),
        new("35.71.01.1001", "35.71.01", "Kelurahan Bandar Lor"),
        new("35.71.01.1002", "35.71.01", "Kelurahan Bandar Kidul"),
    ]);

    [Test]
    public void A_camat_reaches_the_kecamatan_and_its_kelurahan() =>
        Assert.That(City.WithAllBelow("35.71.01"), Is.EqualTo(new[] { "35.71.01", "35.71.01.1001", "35.71.01.1002" }));

    [Test]
    public void The_top_reaches_everything() =>
        Assert.That(City.WithAllBelow("PEMKOT"), Has.Count.EqualTo(5).And.ItemAt(0).EqualTo("PEMKOT"));

    [Test]
    public void A_unit_with_nothing_below_reaches_itself() =>
        Assert.That(City.WithAllBelow("DPUPR"), Is.EqualTo(new[] { "DPUPR" }));

    [Test]
    public void An_unknown_unit_reaches_nothing()
    {
        Assert.That(City.WithAllBelow("DINAS-LAMA"), Is.Empty);
        Assert.That(City.Find("DINAS-LAMA"), Is.Null);
    }

    [Test]
    public void Whatever_the_parents_each_unit_is_reached_at_most_once_and_the_walk_ends() =>
        Gen.Int[0, 9].Array[10].Sample(parents =>
        {
            var tree = new AgencyTree(parents.Select((parent, unit) => new AgencyUnit($"{unit}", $"{parent}", $"Unit {unit}")));
            for (var unit = 0; unit < parents.Length; unit++)
            {
                var reached = tree.WithAllBelow($"{unit}");
                Assert.That(reached, Is.Unique.And.Contains($"{unit}"));
                Assert.That(
                    Enumerable.Range(0, parents.Length).Where(below => reached.Contains($"{parents[below]}")).Select(below => $"{below}"),
                    Is.SubsetOf(reached));
            }
        });
}
