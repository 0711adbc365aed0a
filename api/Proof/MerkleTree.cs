using System.Security.Cryptography;

namespace KediriLapor.Proof;

/// <summary>The hash tree of RFC 9162, section 2.1, over a day's history: one root for all, and a short path for each.</summary>
internal sealed class MerkleTree
{
    private readonly List<byte[][]> levels = [];

    /// <param name="entries">The hashes of the day's rows, in their order.</param>
    public MerkleTree(IEnumerable<byte[]> entries)
    {
        levels.Add([.. entries.Select(Leaf)]);
        while (levels[^1].Length > 1)
        {
            levels.Add([.. levels[^1].Chunk(2).Select(pair => pair is [var left, var right] ? Node(left, right) : pair[0])]);
        }
    }

    public int Count => levels[0].Length;

    /// <summary>The root; of no entries, the hash of nothing.</summary>
    public byte[] Root => levels[^1] is [var root] ? root : SHA256.HashData([]);

    /// <summary>The hashes beside the way from an entry up to the root (RFC 9162, 2.1.3.1).</summary>
    public byte[][] PathTo(int index) =>
        [.. levels.SkipLast(1).Select((level, height) => (level, beside: (index >> height) ^ 1)).Where(at => at.beside < at.level.Length).Select(at => at.level[at.beside])];

    /// <summary>Whether a path leads from an entry to the root of a tree of <paramref name="count"/> entries (RFC 9162, 2.1.3.2).</summary>
    public static bool Leads(byte[] entry, int index, int count, IEnumerable<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= count)
        {
            return false;
        }

        var (at, last, hash) = (index, count - 1, Leaf(entry));
        foreach (var beside in path)
        {
            // the last entry of an odd level is carried up until it has a neighbour
            while (at == last && at % 2 == 0 && last > 0)
            {
                (at, last) = (at / 2, last / 2);
            }

            if (last == 0)
            {
                return false;
            }

            hash = at % 2 == 1 ? Node(beside, hash) : Node(hash, beside);
            (at, last) = (at / 2, last / 2);
        }

        while (at == last && at % 2 == 0 && last > 0)
        {
            (at, last) = (at / 2, last / 2);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    private static byte[] Leaf(byte[] entry) => SHA256.HashData([0, .. entry]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
