using System.Security.Cryptography;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Proof;

/// <summary>Every key that has ever signed a root, oldest first.</summary>
public sealed record ListHistoryKeys : IQuery<PublicKeyList>;

public sealed record PublicKeyList(IReadOnlyList<PublicKey> Items);

/// <param name="Algorithm">As JOSE names it (RFC 7518).</param>
/// <param name="Pem">SubjectPublicKeyInfo in PEM (RFC 7468).</param>
public sealed record PublicKey(string Id, string Algorithm, string Pem, DateTimeOffset Since)
{
    internal static PublicKey Of(SigningKey key) =>
        new(key.Id, SigningKey.Algorithm, PemEncoding.WriteString("PUBLIC KEY", key.PublicKey), key.CreatedAt);
}

internal sealed class ListHistoryKeysHandler(AppDb db) : IRequestHandler<ListHistoryKeys, PublicKeyList>
{
    public async Task<PublicKeyList> Handle(ListHistoryKeys request, CancellationToken cancellationToken)
    {
        var keys = await db.SigningKeys.AsNoTracking().OrderBy(key => key.CreatedAt).ToListAsync(cancellationToken);
        return new PublicKeyList([.. keys.Select(PublicKey.Of)]);
    }
}
