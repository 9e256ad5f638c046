// The functions of include/motcua.h, in its order. Kept by hand; the test `c_abi` compares each
// name and each parameter with the header.

using System;
using System.Runtime.InteropServices;

namespace Motcua
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeText
    {
        public IntPtr Data;
        public UIntPtr Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeDay
    {
        public int Date;
        public int Kind;
        public int Holiday;
        public int ExchangedFor;
        public int Certainty;
        public int Working;
        public int Verified;
        public int OpenMinutes;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeSession
    {
        public int Open;
        public int Close;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeDue
    {
        public long AtLocal;
        public long LegalEndLocal;
        public long StartLocal;
        public int Date;
        public int Nominal;
        public int Certainty;
        public int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeStanding
    {
        public int State;
        public int Days;
        public int Hours;
        public int Minutes;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeTally
    {
        public uint Received;
        public uint Online;
        public uint DirectOrPost;
        public uint CarriedOver;
        public uint Solved;
        public uint Early;
        public uint OnTime;
        public uint Late;
        public uint Pending;
        public uint InTime;
        public uint Overdue;
    }

    internal static class NativeMethods
    {
        /// <summary>libmotcua.so, libmotcua.dylib or motcua.dll.</summary>
        private const string Library = "motcua";

