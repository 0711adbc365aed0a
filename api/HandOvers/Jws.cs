using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KediriLapor.Proof;

namespace KediriLapor.HandOvers;

/// <summary>A statement signed as a JWS (RFC 7515, compact, ES256): three parts that any library checks against the published key.</summary>
internal static class Jws
{
    /// <summary>Says what it is, so that no token of another kind is taken for one (RFC 8725, section 3.11).</summary>
    public const string Type = "kedirilapor-hand-over+jws";

    /// <summary>In the order of the record's fields: the bytes of a statement are the same whoever writes it.</summary>
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Header(string Alg, string Kid, string Typ);

    public static string Sign(HandOverStatement statement, string keyId, ECDsa key)
    {
        var signed = $"{Part(new Header(SigningKey.Algorithm, keyId, Type))}.{Part(statement)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>What it says; whoever signed it.</summary>
    public static HandOverStatement Read(string jws) =>
        JsonSerializer.Deserialize<HandOverStatement>(Base64Url.DecodeFromChars(jws.Split('.')[1]), Form)!;

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value, Form));
}
