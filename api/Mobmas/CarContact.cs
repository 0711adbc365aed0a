using System.Text.Json;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Reports;
using Microsoft.AspNetCore.DataProtection;

namespace KediriLapor.Mobmas;

/// <summary>Name and contact of whoever asked for a car, apart from the request and encrypted, as a reporter's are.</summary>
public sealed class CarContact
{
    public Guid RequestId { get; init; }

    /// <summary>Encrypted JSON of name, phone (E.164) and e-mail.</summary>
    public byte[] Sealed { get; set; } = [];
}

/// <summary>That somebody read the contact of a request: who, when and why. Rows are only ever added, and none repeats what was read.</summary>
public sealed class CarContactReading
{
    private CarContactReading()
    {
    }

    internal CarContactReading(Guid requestId, Actor reader, string reason, DateTimeOffset now)
    {
        (Id, RequestId, At, Reason) = (Guid.CreateVersion7(now), requestId, now, reason);
        AccountId = reader.AccountId ?? throw new ArgumentException("only people with an account read contacts", nameof(reader));
        (ReaderName, AgencyCode) = (reader.Name, reader.AgencyCode);
    }

    public Guid Id { get; private init; }

    public Guid RequestId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Guid AccountId { get; private init; }

    public string ReaderName { get; private init; } = "";

    public string? AgencyCode { get; private init; }

    public string Reason { get; private init; } = "";
}

/// <summary>Encrypts the contacts of requests; keys rotate by the data protection system.</summary>
internal sealed class CarContactVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.CarContact");

    public CarContact Seal(Guid requestId, Contact contact) =>
        new() { RequestId = requestId, Sealed = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(contact, AppDb.StoredJson)) };

    public Contact Open(CarContact kept) => JsonSerializer.Deserialize<Contact>(protector.Unprotect(kept.Sealed), AppDb.StoredJson)!;

    /// <summary>The same under the current key; null when it is.</summary>
    public byte[]? Reseal(CarContact kept)
    {
        // revoked keys too: a contact must not be lost because the key that leaked is taken out of use
        var plain = ((IPersistedDataProtector)protector).DangerousUnprotect(kept.Sealed, ignoreRevocationErrors: true, out var outdated, out _);
        return outdated ? protector.Protect(plain) : null;
    }
}
