namespace KediriLapor.Accounts;

public enum ActorKind
{
    /// <summary>Anybody on the internet.</summary>
    Anonymous,

    /// <summary>The holder of a tracking code and its secret.</summary>
    Reporter,

    /// <summary>A signed-in member of staff.</summary>
    Staff,

    /// <summary>The program itself: relay, clocks, imports.</summary>
    System,

    /// <summary>Another program, known by its key or token.</summary>
    Client,

    /// <summary>The agency outside that a report was handed to, known by the link it got.</summary>
    Neighbour,
}

/// <summary>Who acts: the one thing a model method needs to know about the person behind a request.</summary>
/// <param name="AccountId">The staff account, else null.</param>
/// <param name="Name">Shown to colleagues in the history; never to the public.</param>
/// <param name="AgencyCode">The unit a member of staff belongs to, else null.</param>
/// <param name="Agencies">That unit and every unit below it: the scope of <see cref="Permission.ReadReports"/>.</param>
public sealed record Actor(
    ActorKind Kind,
    Guid? AccountId,
    string Name,
    string? AgencyCode,
    IReadOnlySet<Permission> Permissions,
    IReadOnlyList<string> Agencies)
{
    public static readonly Actor Anonymous = new(ActorKind.Anonymous, null, "anonim", null, new HashSet<Permission>(), []);

    public static readonly Actor Reporter = Anonymous with { Kind = ActorKind.Reporter, Name = "Pelapor" };

    public static readonly Actor System = Anonymous with { Kind = ActorKind.System, Name = "Sistem" };

    /// <summary>The program that acts; null for people.</summary>
    public ClientIdentity? Client { get; init; }

    /// <summary>Of the account or the client; null for whoever has neither.</summary>
    public Guid? Id => AccountId ?? Client?.Id;

    public bool May(Permission permission) => Permissions.Contains(permission);
}
