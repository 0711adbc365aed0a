namespace KediriLapor.Routing;

public enum RoutingTarget
{
    /// <summary>The agency named by the rule.</summary>
    Agency,

    /// <summary>The kelurahan in which it is.</summary>
    Kelurahan,

    /// <summary>The kecamatan in which it is.</summary>
    Kecamatan,

    /// <summary>Nobody yet: a verifier decides.</summary>
    Verifier,
}

/// <summary>
/// Who is responsible for a service, where, under which answer, and from when until when. Responsibility moves between
/// units (street lights: three owners in ten years), so it is data. Two rules of one <see cref="Rank"/> that could meet
/// in one case cannot be stored: the table has exclusion constraints (RoutingTables.cs).
/// </summary>
public sealed record RoutingRule
{
    public const int BasisMax = 300;

    public Guid Id { get; init; }

    public string ServiceCode { get; init; } = "";

    /// <summary>Only where this question of the service has the answer <see cref="AnswerValue"/>.</summary>
    public string? QuestionCode { get; init; }

    public string? AnswerValue { get; init; }

    /// <summary>Only in this kelurahan.</summary>
    public string? KelurahanCode { get; init; }

    /// <summary>Only in this kecamatan; never together with a kelurahan.</summary>
    public string? KecamatanCode { get; init; }

    public RoutingTarget Target { get; init; }

    /// <summary>For <see cref="RoutingTarget.Agency"/>.</summary>
    public string? AgencyCode { get; init; }

    /// <summary>First day it holds, in WIB.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>First day it no longer holds; null while it does.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The source of the responsibility, shown to officers.</summary>
    public string? Basis { get; init; }

    /// <summary>The most specific rule wins: an answer outweighs a kelurahan, a kelurahan a kecamatan.</summary>
    public int Rank => (QuestionCode is null ? 0 : 4) + (KelurahanCode is null ? 0 : 2) + (KecamatanCode is null ? 0 : 1);

    /// <summary>Such as <c>JLN-RUSAK · kelasJalan = gang</c>.</summary>
    public string Name => string.Join(" · ", new[] { ServiceCode, QuestionCode is null ? null : $"{QuestionCode} = {AnswerValue}", KelurahanCode, KecamatanCode }.OfType<string>());

    /// <summary>Both hold on one day at least.</summary>
    public bool Meets(RoutingRule other) => (other.ValidUntil is not { } end || ValidFrom < end) && (ValidUntil is not { } own || other.ValidFrom < own);

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day < ValidUntil);
}
