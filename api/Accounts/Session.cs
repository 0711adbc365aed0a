namespace KediriLapor.Accounts;

/// <summary>
/// One sign-in of one member of staff. The cookie carries this id and nothing else: name, role and agency are read
/// from the database, and deleting the row ends the session even for a copied cookie.
/// </summary>
public sealed class Session
{
    /// <summary>Without a request for this long, the cookie is no longer accepted.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(60);

    /// <summary>One working day at the desk, shift of 112 included; after that one signs in again however busy.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private Session()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public static Session Start(Account account, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), AccountId = account.Id, EndsAt = now + Lifetime };
}
