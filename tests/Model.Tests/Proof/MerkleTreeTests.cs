using CsCheck;
using KediriLapor.Proof;

namespace KediriLapor.Model.Tests.Proof;

public sealed class MerkleTreeTests
{
    /// <summary>The entries and roots that the tests of Certificate Transparency logs share (RFC 6962).</summary>
    private static readonly string[] Entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly Gen<(byte[][] Entries, int Index)> Places =
        Gen.Byte.Array[1, 8].Array[1, 40].SelectMany(entries => Gen.Int[0, entries.Length - 1].Select(index => (entries, index)));

    [TestCase(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [TestCase(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [TestCase(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [TestCase(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [TestCase(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [TestCase(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [TestCase(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_the_one_of_the_standard(int count, string root) =>
        Assert.That(Convert.ToHexStringLower(new MerkleTree(Entries.Take(count).Select(Convert.FromHexString)).Root), Is.EqualTo(root));

    [Test]
    public void A_path_leads_from_every_entry_to_the_root_and_is_short() => Places.Sample(place =>
    {
        var tree = new MerkleTree(place.Entries);
        var path = tree.PathTo(place.Index);
        return path.Length <= 6 && MerkleTree.Leads(place.Entries[place.Index], place.Index, tree.Count, path, tree.Root);
    });

    [Test]
    public void It_leads_from_no_other_entry_no_other_place_and_by_no_other_way() => Places.Sample(place =>
    {
        var (tree, entry) = (new MerkleTree(place.Entries), place.Entries[place.Index]);
        var path = tree.PathTo(place.Index);
        return !MerkleTree.Leads([.. entry, 0], place.Index, tree.Count, path, tree.Root)
            && !MerkleTree.Leads(entry, tree.Count, tree.Count, path, tree.Root)
            && !MerkleTree.Leads(entry, -1, tree.Count, path, tree.Root)
            && !MerkleTree.Leads(entry, place.Index, tree.Count, [.. path, tree.Root], tree.Root)
            && !MerkleTree.Leads(entry, place.Index, tree.Count, path, [.. tree.Root.Reverse()])
            && (path.Length == 0 || !MerkleTree.Leads(entry, place.Index, tree.Count, path[..^1], tree.Root))
            && (path.Length == 0 || !MerkleTree.Leads(entry, place.Index ^ 1, tree.Count, path, tree.Root));
    });
}
