using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Persistence;

/// <summary>
/// The first answer given under an idempotency key. It may hold a reporter's secret, so it is sealed with a key that only
/// the client's own <c>Idempotency-Key</c> gives (HKDF, AES-256-GCM): a copy of the database opens none.
/// </summary>
public sealed class IdempotentAnswer
{
    public const string Table = "idempotent_answers";

    /// <summary>How long a client may repeat itself: part of the contract.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    internal static readonly Func<AppDb, byte[], CancellationToken, Task<IdempotentAnswer?>> Find = EF.CompileAsyncQuery((AppDb db, byte[] keyHash, CancellationToken ct) =>
        db.IdempotentAnswers.AsNoTracking().SingleOrDefault(answer => answer.KeyHash == keyHash));

    private IdempotentAnswer()
    {
    }

    public byte[] KeyHash { get; private init; } = [];

    public byte[] RequestHash { get; private init; } = [];

    public byte[] Sealed { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    internal static byte[] HashOf(Guid key) => SHA256.HashData(key.ToByteArray());

    internal static IdempotentAnswer Of<TRequest, TResponse>(Guid key, TRequest request, TResponse response, DateTimeOffset now) =>
        new() { KeyHash = HashOf(key), RequestHash = HashOf(request), Sealed = Seal(key, response), CreatedAt = now };

    internal static byte[] Seal<TResponse>(Guid key, TResponse response)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(response, AppDb.StoredJson);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = Cipher(key);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return box;
    }

    internal TResponse Open<TResponse>(Guid key, object request)
    {
        if (!RequestHash.AsSpan().SequenceEqual(HashOf(request)))
        {
            throw new RuleViolation("idempotency_key_reused", field: "Idempotency-Key");
        }

        var plain = new byte[Sealed.Length - NonceBytes - TagBytes];
        using var aes = Cipher(key);
        aes.Decrypt(Sealed.AsSpan(0, NonceBytes), Sealed.AsSpan(NonceBytes + TagBytes), Sealed.AsSpan(NonceBytes, TagBytes), plain);
        return JsonSerializer.Deserialize<TResponse>(plain, AppDb.StoredJson)!;
    }

    /// <summary>The request as understood, not as typed: white space and the order of fields do not matter.</summary>
    private static byte[] HashOf<TRequest>(TRequest request) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request!.GetType(), AppDb.StoredJson));

    private static AesGcm Cipher(Guid key) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToByteArray(), 32, info: Encoding.ASCII.GetBytes(Table)), TagBytes);
}

internal sealed class IdempotentAnswerTable : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> table)
    {
        table.ToTable(IdempotentAnswer.Table);
        table.HasKey(a => a.KeyHash);
        table.HasIndex(a => a.CreatedAt);
    }
}
