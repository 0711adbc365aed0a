using System.Text;
using KediriLapor.CallCentre.Model;
using KediriLapor.Platform;
using KediriLapor.Reports;
using Microsoft.AspNetCore.DataProtection;

namespace KediriLapor.CallCentre;

/// <summary>
/// Seals the numbers of callers. Their place in the contact index is that of reporters' phones: a caller is known by the reports
/// that carry the same number, and by nothing else.
/// </summary>
internal sealed class CallVault(IDataProtectionProvider protection, ContactIndex index)
{
    public const int NumberMax = 25;

    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.Caller");

    /// <summary>Null for a call without a number: some exchanges send none.</summary>
    /// <exception cref="RuleViolation"><c>invalid_phone</c> (422).</exception>
    public CallerNumber? Seal(string? written, string field = "phone") =>
        string.IsNullOrWhiteSpace(written) ? null : Sealed(Read(written, field));

    /// <returns>E.164.</returns>
    public string Open(byte[] kept) => Encoding.UTF8.GetString(protector.Unprotect(kept));

    /// <summary>The same number under the current key; null when that is what sealed it.</summary>
    public byte[]? Reseal(byte[] kept)
    {
        var plain = ((IPersistedDataProtector)protector).DangerousUnprotect(kept, ignoreRevocationErrors: true, out var outdated, out _);
        return outdated ? protector.Protect(plain) : null;
    }

    private CallerNumber Sealed(string phone) => new(protector.Protect(Encoding.UTF8.GetBytes(phone)), index.OfPhone(phone), phone[^Call.TailDigits..]);

    private static string Read(string written, string field) => Phone.Read(written.Trim()) ?? throw new RuleViolation("invalid_phone", field: field);
}
