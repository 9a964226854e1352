using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace JoinSets.Package.Tests;

/// <summary>An assembly or its symbols, read out of the package and never loaded.</summary>
internal static class PackedAssembly
{
    // The kind under which a pdb keeps its SourceLink map, by the Portable PDB format.
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static PEReader Assembly(this ZipArchive zip, string name) => new([.. zip.Bytes(name)]);

    public static MetadataReaderProvider Symbols(this ZipArchive zip, string name) =>
        MetadataReaderProvider.FromPortablePdbImage([.. zip.Bytes(name)]);

    public static byte[] Bytes(this ZipArchive zip, string name)
    {
        using Stream entry = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string[] SourceFiles(this MetadataReader symbols) =>
        [.. symbols.Documents.Select(document => symbols.GetString(symbols.GetDocument(document).Name))];

    public static string? SourceLink(this MetadataReader symbols) => symbols.CustomDebugInformation
        .Select(symbols.GetCustomDebugInformation)
        .Where(row => symbols.GetGuid(row.Kind) == s_sourceLink)
        .Select(row => Encoding.UTF8.GetString(symbols.GetBlobBytes(row.Value)))
        .SingleOrDefault();
}
