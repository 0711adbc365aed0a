using System.Security.Cryptography;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Proof;

/// <summary>What somebody who trusts nothing but the published keys can say of a proof; needs neither network nor database.</summary>
internal sealed class ProofJudgement
{
    private readonly ReportProof proof;
    private readonly List<string> faults = [];

    /// <param name="keys">Keys that are trusted, from elsewhere than the proof.</param>
    /// <exception cref="CryptographicException">A key cannot be read.</exception>
    public ProofJudgement(ReportProof proof, IReadOnlyList<PublicKey> keys)
    {
        this.proof = proof;
        Walk();
        foreach (var root in proof.Roots)
        {
            JudgeSignature(root, keys.FirstOrDefault(key => key.Id == root.KeyId));
        }

        foreach (var row in proof.Rows)
        {
            JudgeInclusion(row);
        }
    }

    /// <summary>In Indonesian; empty when the proof holds.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Rows whose day is not closed yet: chained, but under no signature.</summary>
    public int Unsigned => proof.Rows.Count(row => row.Inclusion is null);

    private void Walk()
    {
        if (!TrackingCode.TryParse(proof.TrackingCode, out var code))
        {
            faults.Add("Kode lacak tidak dapat dibaca.");
            return;
        }

        if (proof.Rows.Count == 0)
        {
            faults.Add("Tidak ada satu baris pun.");
        }

        var (previous, sequence) = (CanonicalRow.Origin(proof.ReportId, code), 0);
        foreach (var proven in proof.Rows)
        {
            var row = proven.Row;
            sequence++;
            Expect(row.ReportId == proof.ReportId && row.Sequence == sequence, $"Baris {row.Sequence} bukan baris ke-{sequence} laporan ini.");
            Expect(Same(row.PreviousHash, previous), $"Baris {row.Sequence} tidak menyambung pada baris sebelumnya.");
            Expect(Same(row.Hash(), proven.Hash), $"Baris {row.Sequence} ({IndonesianDate.Format(row.At)}) bukan yang dahulu dicatat.");
            Expect(Seal.Holds(proven.Note, proven.NoteSalt, row.NoteDigest), $"Tanggapan pada baris {row.Sequence} bukan yang dahulu ditulis.");
            previous = proven.Hash;
        }
    }

    private void JudgeSignature(SignedRoot root, PublicKey? published)
    {
        if (published is null)
        {
            faults.Add($"Kunci {root.KeyId} pada akar {root.Date:yyyy-MM-dd} tidak ada di antara kunci yang dipercaya.");
            return;
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(published.Pem);
        Expect(SigningKey.IdOf(key.ExportSubjectPublicKeyInfo()) == root.KeyId && root.IsSignedBy(key), $"Tanda tangan akar {root.Date:yyyy-MM-dd} tidak sah.");
    }

    private void JudgeInclusion(ProvenRow proven)
    {
        if (proven.Inclusion is not { } at)
        {
            return;
        }

        var root = proof.Roots.FirstOrDefault(root => root.Date == at.Date);
        Expect(
            root is not null && MerkleTree.Leads(proven.Hash, at.Index, root.Count, at.Path, root.Root),
            $"Baris {proven.Row.Sequence} tidak berada di bawah akar {at.Date:yyyy-MM-dd}.");
    }

    private void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            faults.Add(otherwise);
        }
    }

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
}
