using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using KediriLapor.Platform;

namespace KediriLapor.Proof;

/// <summary><c>history verify FILE [--keys FILE]</c>: judges the answer of <c>GET …/proof</c>, offline.</summary>
internal static class VerifyProofCommand
{
    private static readonly JsonSerializerOptions ProofJson = Contract();

    /// <returns>0 when the proof holds, 1 when it does not, 2 when a file is not what it should be.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (args is not ([_] or [_, "--keys", _]))
        {
            await Console.Error.WriteLineAsync("Pemakaian: history verify BERKAS [--keys BERKAS]");
            return 2;
        }

        try
        {
            var proof = await Read<ReportProof>(args[0]);
            var keys = args is [_, _, var file] ? (await Read<PublicKeyList>(file)).Items : null;
            RefuseNulls([.. proof.Rows, .. proof.Roots, .. proof.Keys, .. keys ?? [], .. proof.Rows.SelectMany(row => row?.Inclusion?.Path ?? [])]);
            return Tell(proof, new ProofJudgement(proof, keys ?? proof.Keys), keysGiven: keys is not null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"Berkas tidak dapat dibaca: {unreadable.Message}");
            return 2;
        }
    }

    private static int Tell(ReportProof proof, ProofJudgement judgement, bool keysGiven)
    {
        foreach (var fault in judgement.Faults)
        {
            Console.WriteLine("SALAH " + fault);
        }

        if (judgement.Faults.Count > 0)
        {
            Console.WriteLine($"Bukti laporan {proof.TrackingCode} TIDAK berlaku.");
            return 1;
        }

        Console.WriteLine($"Bukti laporan {proof.TrackingCode} berlaku: {proof.Rows.Count} baris riwayat utuh dan berurutan, {proof.Rows.Count - judgement.Unsigned} di bawah akar harian yang ditandatangani.");
        if (judgement.Unsigned > 0)
        {
            Console.WriteLine($"{judgement.Unsigned} baris belum ditandatangani: harinya belum ditutup. Minta bukti lagi besok.");
        }

        if (!keysGiven)
        {
            Console.WriteLine($"Tanda tangan diperiksa dengan kunci dari berkas itu sendiri ({string.Join(", ", proof.Keys.Select(key => key.Id))}); bandingkan dengan kunci yang diumumkan kota, atau sertakan --keys.");
        }

        return 0;
    }

    private static async Task<T> Read<T>(string named)
    {
        // dotnet run changes into the project's folder; the path was typed in the shell's
        var path = Path.GetFullPath(named, Environment.GetEnvironmentVariable("PWD") ?? Environment.CurrentDirectory);
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<T>(file, ProofJson) ?? throw new JsonException("null");
    }

    /// <summary>The one thing that the reader lets pass against the types: a null within a list.</summary>
    private static void RefuseNulls(object?[] items)
    {
        if (items.Contains(null))
        {
            throw new JsonException("null");
        }
    }

    private static JsonSerializerOptions Contract()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Json.Configure(options);
        // an answer may get more fields inside v1
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        return options;
    }
}
